"""The flows at the desk: a page for each, with pictures from their data, in words too, and its articles."""

import html
import re
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from helpdesk.cases.queries import flows
from helpdesk.cases.terms.drawn import FlowDrawn
from helpdesk.cases.terms.names import Kind
from helpdesk.cases.words import DATES, KINDS, STAGES
from helpdesk.kernel import clock
from helpdesk.law import table
from tests.cast import ANNA, CLARA, EDDA
from tests.portal.conftest import SignIn

PAGE = "/administrator/flows"
SVG = re.compile(r"<svg class=\"flow-picture .*?</svg>", re.DOTALL)


def page(client: Client, kind: str = "") -> str:
    answer = client.get(f"{PAGE}/{kind}" if kind else PAGE)
    assert answer.status_code == 200
    return answer.content.decode()


def text(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def drawn_once(page: str) -> dict[str, ET.Element]:
    """The boxes, which the pictures show by reference."""
    found = re.search(r"<svg class=\"flow-drawn\".*?</svg>", page, re.DOTALL)
    assert found
    return {f"#{box.get('id')}": box for box in ET.fromstring(found[0]).iter("g")}


def test_every_kind_is_listed_with_its_usual_way(sign_in: SignIn) -> None:
    shown = page(sign_in(EDDA))
    said = text(shown)
    drawn = flows(on=clock.now().date())
    assert [one.kind for one in drawn] == list(Kind)
    for flow in drawn:
        assert f'href="{PAGE}/{flow.kind}"' in shown
        assert " → ".join(str(STAGES[stage]) for stage in flow.ways[0]) in said
    assert "Version 1, in force since 1 Jan 2024" in said


def test_a_flow_is_drawn_with_all_stages_of_its_usual_ways(sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    for flow in flows(on=clock.now().date()):
        drawn_whole(page(edda, flow.kind), flow)


def drawn_whole(shown: str, flow: FlowDrawn) -> None:
    pictures, boxes = [ET.fromstring(one) for one in SVG.findall(shown)], drawn_once(shown)
    assert len(pictures) == 2  # for wide windows and for narrow ones
    for picture in pictures:
        said = " ".join(text for text in picture.itertext())
        seen = " ".join(text for one in picture.iter("use") for text in boxes[one.get("href", "")].itertext())
        assert picture.find("title") is not None
        assert str(KINDS[flow.kind]) in said
        for stage in (stage for way in flow.ways for stage in way):
            assert all(word in said and word in seen for word in str(STAGES[stage]).split())


def test_boxes_lie_beside_each_other_within_the_picture(sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    for kind in Kind:
        apart_and_within(page(edda, kind))


def apart_and_within(shown: str) -> None:
    boxes = drawn_once(shown)
    for picture in map(ET.fromstring, SVG.findall(shown)):
        _, _, width, height = map(int, picture.get("viewBox", "").split())
        places = [
            tuple(
                int(of.get(name, ""))
                for of, name in ((use, "x"), (use, "y"), (box, "width"), (box, "height"))
            )
            for use in picture.iter("use")
            for box in boxes[use.get("href", "")].iter("rect")
        ]
        assert places
        assert len({place[:2] for place in places}) == len(places)
        assert all(x + w <= width and y + h <= height for x, y, w, h in places)


def test_every_stage_and_date_stands_below_with_its_article(sign_in: SignIn) -> None:
    edda, today = sign_in(EDDA), clock.now().date()
    cited = 0
    for flow in flows(on=today):
        said = text(page(edda, flow.kind))
        for box in flow.boxes:
            assert str(STAGES[box.stage]) in said
            assert all(str(DATES[due.code]) in said for due in box.dues)
        keys = {due.law_key for box in flow.boxes for due in box.dues} - {""}
        articles = [row.article for row in table.rows(on=today) if row.key in keys]
        assert [one for one in articles if one not in said] == []
        cited += len(articles)
    assert cited


@pytest.mark.parametrize("actor", [ANNA, CLARA])
def test_others_find_no_such_page(sign_in: SignIn, actor: object) -> None:
    client = sign_in(actor)
    assert client.get(PAGE).status_code == 404
    assert client.get(f"{PAGE}/claim").status_code == 404


def test_what_is_no_kind_has_no_flow(sign_in: SignIn) -> None:
    assert sign_in(EDDA).get(f"{PAGE}/shipping").status_code == 404

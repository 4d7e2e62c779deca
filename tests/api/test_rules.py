"""Rules over HTTP: the parameters in force, for everybody."""

from django.test import Client

from tests.shops import Shops


def test_everybody_reads_what_is_in_force(shops: Shops) -> None:
    rules = Client().get("/api/v1/rules").json()
    assert (rules["answer_hours"], rules["weekdays"], rules["reading_minutes"]) == (24, [1, 2, 3, 4, 5], 30)
    assert {"PL", "DE", "FR", "IT", "GB-ENG"} <= {one["code"] for one in rules["calendars"]}
    assert [one["code"] for one in rules["markets"]] == ["de", "pl"]
    assert "complaint" in rules["reading_reasons"]


def test_nobody_changes_them(shops: Shops) -> None:
    for method in ("post", "put", "patch", "delete"):
        assert getattr(Client(), method)("/api/v1/rules").status_code == 405

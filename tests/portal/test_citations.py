"""Acts of the Union are cited as the reader's country writes them, others in their own language."""

import pytest
from django.utils.translation import override

from helpdesk.law import table
from helpdesk.portal.citations import cited, language_of

REPAIR = "Directive (EU) 2019/771, Art. 10(2a) (Directive (EU) 2024/1799)"


@pytest.mark.parametrize(
    ("language", "article", "said"),
    [
        ("en", "Directive 2011/83/EU, Art. 16", "Directive 2011/83/EU, Art. 16"),
        ("pl", "Directive 2011/83/EU, Art. 16", "dyrektywa 2011/83/UE, art. 16"),
        ("de", REPAIR, "Richtlinie (EU) 2019/771, Art. 10(2a) (Richtlinie (EU) 2024/1799)"),
        (
            "fr",
            "Regulation (EEC, Euratom) No 1182/71, Art. 3(4)",
            "règlement (CEE, Euratom) nº 1182/71, art. 3(4)",
        ),
        ("it", "Directive 2002/58/EC, Art. 13", "direttiva 2002/58/CE, art. 13"),
        ("de", "Code de la consommation, Art. L217-3", "Code de la consommation, Art. L217-3"),
    ],
)
def test_it_is_cited(language: str, article: str, said: str) -> None:
    with override(language):
        assert cited(article=article) == said


def test_every_rule_of_a_country_says_its_language_and_the_unions_none() -> None:
    rows = table.rows()
    of_the_union = {row.id for row in rows if row.article.startswith(("Directive", "Regulation"))}
    assert {
        row.id for row in rows if not language_of(article=row.article, country=row.country)
    } == of_the_union
    assert len(of_the_union) > 20

"""Names: what somebody's machine called a file, as a page, a header and any file system can hold it."""

import unicodedata
from email.message import Message
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.attachments.rules import cleaned, headers_for
from helpdesk.attachments.terms import MAX_NAME
from helpdesk.kernel.text import is_visible


@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("invoice.pdf", "invoice.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Clara\\Rechnung für Juli.pdf", "Rechnung für Juli.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\r\nSet-Cookie: b=c", "aSet-Cookie_ b=c"),
        ("zero\u200bwidth\ufeff.png", "zerowidth.png"),
        ("nul\x00.txt", "_nul.txt"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("...", "file"),
        ("", "file"),
        ("\u3164", "file"),
        (".htaccess", "htaccess"),
        ("a  \t b .png", "a b .png"),
        ('quo"te<|>.png', "quo_te___.png"),
        ("Zdje\u0328cie.jpg", "Zdj\u0119cie.jpg"),
        ("\U0001f4f7 photo.jpg", "\U0001f4f7 photo.jpg"),
        ("x" * 300 + ".jpeg", "x" * (MAX_NAME - 5) + ".jpeg"),
        ("a" + "\u0301" * 50, "\u00e1" + "\u0301" * 8),
    ],
)
def test_what_becomes_of_a_name(name: str, becomes: str) -> None:
    assert cleaned(name) == becomes


@given(st.text(max_size=400))
def test_any_name_can_be_shown_and_stored(name: str) -> None:
    found = cleaned(name)
    assert 0 < len(found) <= MAX_NAME
    assert is_visible(found)
    assert not set(found) & set('/\\<>:"|?*%\r\n\t\x00')
    assert all(unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in found)
    assert not found.startswith((".", " "))
    assert not found.endswith((".", " "))


@given(st.text(max_size=200))
def test_a_clean_name_stays(name: str) -> None:
    assert cleaned(cleaned(name)) == cleaned(name)


@given(st.text(max_size=200))
def test_the_header_names_one_file_and_is_one_header(name: str) -> None:
    name = cleaned(name)
    said = headers_for(name=name, media="image/png")["Content-Disposition"]
    assert said.isascii()
    assert said.isprintable()
    message = Message()
    message["Content-Disposition"] = said
    manner, *parameters = message.get_params(header="Content-Disposition") or []
    assert manner == ("attachment", "")
    assert unquote(said.rpartition("UTF-8''")[2]) == name
    assert {key for key, _ in parameters} <= {"filename", "filename*"}

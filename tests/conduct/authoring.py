"""Rows as people write them, made into rows as rules read them.

An authored row is a line of JSON: `lang`; `s` seller or buyer (s, b); `t` the text, in which
`[[PHONE:601 234 567]]` marks a span and `[[PHONE~keycap:601 234 567]]` one to be disguised; `l` labels;
`d` plain, evasive or hn (it looks like a violation and is none); `k` a kind; `ig` labels that are arguable;
`ctx` earlier messages; `att` files (`name`, with `text` a picture of it, with `qr` a code); `b` the buyer's
message, its questions marked `[[answered:...]]`, `[[vague:...]]`, `[[ignored:...]]`.
"""

import base64
import io
import json
import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import zxingcpp
from PIL import Image, ImageDraw, ImageFont

SPAN = re.compile(r"\[\[([A-Z]+)(?:~([a-z0-9]+))?:(.*?)\]\]", re.DOTALL)
QUESTION = re.compile(r"\[\[(answered|vague|ignored):(.*?)\]\]", re.DOTALL)
IGNORED: Mapping[str, str] = {
    "A_EMAIL": "A_MOVE A_URL",
    "A_PHONE": "A_MOVE",
    "A_MSGR": "A_MOVE A_PHONE A_URL",
    "A_URL": "A_MOVE A_MSGR B_DEAL C_PROMO",
    "A_BANK": "A_MOVE A_PAYH A_PHONE B_PAY B_DEAL B_TERMS",
    "A_PAYH": "A_BANK A_EMAIL A_MOVE A_MSGR A_PHONE A_URL B_DEAL B_TERMS B_PAY",
    "A_POST": "A_MOVE B_DEAL B_PAY B_TERMS",
    "A_MOVE": "B_DEAL",
    "B_PAY": "B_DEAL B_TERMS",
    "B_DEAL": "B_PAY B_TERMS",
    "B_TERMS": "B_DEAL B_PAY",
    "C_PROMO": "C_REVIEW",
    "C_REVIEW": "C_PROMO",
    "D_INSULT": "D_THREAT",
    "D_THREAT": "D_INSULT B_TERMS",
    "D_SHOUT": "",
    "E_IGNORED": "E_VAGUE",
    "E_VAGUE": "E_IGNORED",
    "M_CONTRADICTS": "M_RIGHTS",
    "M_RIGHTS": "B_TERMS M_CONTRADICTS",
}
ALIKE = str.maketrans("aceopxyiAEOPCTHKMB", "асеорхуіАЕОРСТНКМВ")
LEET = str.maketrans({"o": "0", "i": "1", "e": "3", "a": "4", "s": "5", "t": "7"})


def _digits(styled: str) -> Callable[[str], str]:
    return lambda text: text.translate(str.maketrans("0123456789", styled))


def _each(between: str) -> Callable[[str], str]:
    return lambda text: between.join(text.replace(" ", ""))


def _wide(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


def _bold(text: str) -> str:
    letters = "".join(chr(0x1D41A + n) for n in range(26))
    return _digits("𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")(text).translate(str.maketrans("abcdefghijklmnopqrstuvwxyz", letters))


DISGUISES: Mapping[str, Callable[[str], str]] = {
    "fullwidth": _wide,
    "circled": _digits("⓪①②③④⑤⑥⑦⑧⑨"),
    "arabic": _digits("٠١٢٣٤٥٦٧٨٩"),
    "super": _digits("⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "subs": _digits("₀₁₂₃₄₅₆₇₈₉"),
    "mathbold": _bold,
    "keycap": lambda text: re.sub(r"([0-9])", "\\1\ufe0f\u20e3", text),
    "spaced": _each(" "),
    "dots": _each("."),
    "underscore": _each("_"),
    "slashes": _each("/"),
    "parens": lambda text: "".join(f"({one})" for one in text.replace(" ", "")),
    "newline": lambda text: re.sub(r"(\S{3}) ?", "\\1\n", text).strip(),
    "homoglyph": lambda text: text.translate(ALIKE),
    "leet": lambda text: text.translate(LEET),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "percent": lambda text: "".join(f"%{ord(one):02x}" if one.isascii() else one for one in text),
    "entity": lambda text: "".join(f"&#{ord(one)};" for one in text),
    "lower": str.lower,
    "rev4": lambda text: text[::-1],
}


def disguised(kind: str, text: str, chance: random.Random) -> str:
    """The text in a disguise of that kind. Raises KeyError."""
    if kind == "zwsp":
        return "".join(one + chance.choice(["", "\u200b", "\u200c", "\u2060", "\ufeff"]) for one in text)
    if kind == "emojigap":
        return "".join(one + chance.choice("🙂✨") for one in text.replace(" ", ""))
    return DISGUISES[kind](text)


def compiled(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of authored rows; ids are its name and the line. Raises ValueError with both."""
    chance, rows = random.Random(7), []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            try:
                row = compiled_row(json.loads(line), chance)
            except (KeyError, ValueError, AssertionError) as error:
                raise ValueError(f"{path.name}:{number}: {error!r}") from error
            rows.append({"id": f"{path.stem}-{number}", **row})
    return rows


def compiled_row(said: Mapping[str, Any], chance: random.Random) -> dict[str, Any]:
    """One row."""
    text, spans = _with_spans(said["t"], chance)
    labels = list(said.get("l", ()))
    sender = {"s": "seller", "b": "buyer"}.get(said["s"], said["s"])
    row: dict[str, Any] = {"lang": said["lang"], "sender": sender, "text": text, "spans": spans}
    row |= {"kind": said.get("k", "hand"), "difficulty": {"hn": "hard_negative"}.get(said["d"], said["d"])}
    if "ctx" in said:
        row["context"] = [{"sender": sender, "text": one} for one in said["ctx"]]
    if "att" in said:
        row["attachments"] = [_attachment(one) for one in said["att"]]
    if "b" in said:
        labels += _ask(row, said["b"])
    arguable = {one for label in labels for one in IGNORED[label].split()} | {*said.get("ig", ())}
    row |= {"labels": labels, "ignore": sorted(arguable - {*labels})}
    assert not (labels and row["difficulty"] == "hard_negative"), "a hard negative has no label"
    return row


def _with_spans(marked: str, chance: random.Random) -> tuple[str, list[dict[str, Any]]]:
    text, at, spans = "", 0, []
    for found in SPAN.finditer(marked):
        text += marked[at : found.start()]
        body = disguised(found[2], found[3], chance) if found[2] else found[3]
        spans.append({"start": len(text), "end": len(text) + len(body), "label": f"A_{found[1]}"})
        text, at = text + body, found.end()
    return text + marked[at:], spans


def _ask(row: dict[str, Any], marked: str) -> list[str]:
    """Puts the buyer's message and its questions into the row; the labels that follow from them."""
    text, at = "", 0
    questions: list[dict[str, Any]] = []
    for found in QUESTION.finditer(marked):
        text += marked[at : found.start()]
        place = {"id": f"q{len(questions) + 1}", "start": len(text), "end": len(text) + len(found[2])}
        questions.append({**place, "text": found[2], "status": found[1]})
        text, at = text + found[2], found.end()
    row |= {"buyer_text": text + marked[at:], "questions": questions}
    states = {one["status"] for one in questions}
    if row["kind"] == "hand":
        row["kind"] = "reply" if states - {"answered"} else "complete_reply"
    return [f"E_{one.upper()}" for one in ("ignored", "vague") if one in states]


def _attachment(said: Mapping[str, str]) -> dict[str, str]:
    if "text" in said:
        return {"name": said["name"], "mime": "image/png", "b64": _png(_picture(said["text"]))}
    if "qr" in said:
        code = zxingcpp.create_barcode(said["qr"], zxingcpp.BarcodeFormat.QRCode)
        return {
            "name": said["name"],
            "mime": "image/png",
            "b64": _png(Image.fromarray(code.to_image(scale=5))),
        }
    kinds = {"png": "image/png", "pdf": "application/pdf"}
    return {"name": said["name"], "mime": kinds.get(said["name"].rpartition(".")[2], "image/jpeg")}


def _picture(text: str) -> Image.Image:
    font, lines = ImageFont.load_default(26), text.split("\n")
    width = int(max(font.getlength(line) for line in lines)) + 40
    picture = Image.new("RGB", (width, 40 * len(lines) + 30), "white")
    for n, line in enumerate(lines):
        ImageDraw.Draw(picture).text((20, 15 + 40 * n), line, font=font, fill="black")
    return picture


def _png(picture: Image.Image) -> str:
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return base64.b64encode(file.getvalue()).decode()

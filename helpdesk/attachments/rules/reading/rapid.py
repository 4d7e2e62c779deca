"""Words in a picture by RapidOCR, an optional extra (`ocr`): slower than tesseract, and right more often."""

from functools import cache
from typing import Any

from PIL import Image

from helpdesk.attachments.rules.reading.tesseract import Unanswered
from helpdesk.attachments.terms import Gap


def words_in(*, picture: Image.Image) -> str:
    """The words of a picture, line by line; its model reads all Latin letters. Raises Unanswered."""
    try:
        import numpy  # noqa: PLC0415, ICN001 - comes with the extra

        found = _engine()(numpy.asarray(picture.convert("RGB")))
    except Exception as error:
        raise Unanswered(Gap.LETTERS) from error
    return "\n".join(found.txts or ())


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415 - an extra

    return RapidOCR(params={"Global.log_level": "error", "EngineConfig.onnxruntime.intra_op_num_threads": 1})

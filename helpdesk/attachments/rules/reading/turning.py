"""How lines of text lie, by their shadow: seen along its lines, a text is striped the most."""

from PIL import Image, ImageOps, ImageStat

_SIDE = 240  # pixels: what is left of a line of letters is a gray bar, which is all that is looked at
_STEP, _FINE = 5, 1  # degrees


def turn_of(*, picture: Image.Image) -> int:
    """Degrees, counter-clockwise, by which turning a gray picture makes its lines level, -45..134.

    Whether they stand on their heads then is for whoever reads them to find out.
    """
    small = ImageOps.contain(picture, (_SIDE, _SIDE))
    ground = small.getpixel((0, 0))
    rough = _most_striped(small, range(-45, 135, _STEP), ground)
    return _most_striped(small, range(rough - _STEP + 1, rough + _STEP, _FINE), ground)


def _most_striped(picture: Image.Image, angles: range, ground: object) -> int:
    return max(angles, key=lambda angle: (_stripes(picture, angle, ground), -abs(angle)))


def _stripes(picture: Image.Image, angle: int, ground: object) -> float:
    turned = picture.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=ground)  # type: ignore[arg-type]
    shadow = turned.resize((1, turned.height), Image.Resampling.BOX)
    # a wider picture has paler stripes: what counts is all the ink in them
    return ImageStat.Stat(shadow).var[0] * turned.width * turned.width * turned.height

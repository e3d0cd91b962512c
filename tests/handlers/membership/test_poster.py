"""An invite's poster, as a camera sees it."""

import io

import pytest
import segno
from PIL import Image

from handlers.membership.invite_screens import Poster
from handlers.membership.poster import draw

LINK = "https://t.me/GlasnikBot?start=i_MS0OSNX5y8d0ow8nUza62g"
KRANJ = "Mestna knjižnica Kranj"
LENDAVA = "Knjižnica – Kulturni center Lendava / Könyvtár és Kulturális Központ Lendva"


def read(png: bytes) -> list[list[int]]:
    """Read the dots of the code in the middle of the page: 1 is dark."""
    page = Image.open(io.BytesIO(png)).convert("L")
    middle = page.crop((0, page.height * 33 // 100, page.width, page.height * 75 // 100))
    left, top, right, bottom = middle.point(lambda grey: 255 * (grey < 128)).getbbox() or (0, 0, 0, 0)
    size = len(segno.make_qr(LINK, error="q").matrix)
    dot, rest = divmod(right - left, size)
    assert (rest, bottom - top) == (0, right - left), "Each dot has the same number of pixels."
    places = range(dot // 2, size * dot, dot)
    return [[int(middle.getpixel((left + x, top + y)) == 0) for x in places] for y in places]


@pytest.mark.parametrize("place", [KRANJ, LENDAVA])
def test_the_code_on_the_poster_is_the_link(place: str) -> None:
    poster = Poster("Glasnik", "Dogodki", place, LINK, "Usmerite kamero v kodo.", "Vabilo velja do 3. decembra.")
    assert read(draw(poster)) == [list(row) for row in segno.make_qr(LINK, error="q").matrix]

"""An invite's link as a picture to print. Pure."""

import io

import segno

SIDE = 1200
"""Pixels, about; ten centimetres at 300 dots per inch."""

BORDER = 4
"""White modules around, as the standard asks."""


def qr_code(link: str) -> bytes:
    """Return a QR code for `link` as PNG; a quarter of it may be dirty or torn."""
    code = segno.make_qr(link, error="q")
    png = io.BytesIO()
    code.save(png, kind="png", border=BORDER, scale=SIDE // code.symbol_size(border=BORDER)[0])
    return png.getvalue()

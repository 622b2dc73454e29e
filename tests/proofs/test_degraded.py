"""The square code of a letter as a phone or a poor scanner would see it, read by zxing-cpp. The scan page's test has jsQR read the same.

Made pictures stand in for cameras, which cannot be tried here.
"""

from __future__ import annotations

import io

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from customerview.correspondence import as_pdf
from customerview.proofs import letter_of, scanned
from tests.proofs.test_proof import ISSUED


def scan(dots: int) -> Image.Image:
    """The page of the letter that holds the code, as a scanner of so many dots an inch sees it; the half with the code."""
    pdf = pypdfium2.PdfDocument(io.BytesIO(as_pdf(letter_of(ISSUED, "Department of Example", "en"))))
    whole = pdf[len(pdf) - 1].render(scale=dots / 72).to_pil().convert("L")
    (code,) = zxingcpp.read_barcodes(whole)
    corners = [code.position.top_left, code.position.top_right, code.position.bottom_left, code.position.bottom_right]
    edge = dots // 2
    box = (
        min(c.x for c in corners) - edge,
        min(c.y for c in corners) - edge,
        max(c.x for c in corners) + edge,
        max(c.y for c in corners) + edge,
    )
    return whole.crop(tuple(map(int, box)))


def photographed(picture: Image.Image) -> Image.Image:
    """Held at an angle so that the code fills half the frame of a phone, in poor light, by a shaking hand, with the grain of a small sensor; and then saved as a JPEG."""
    width, height = picture.size
    # The far edge is seen four fifths as wide as the near one: eight numbers that a perspective is told by.
    seen = picture.transform(
        (width, height),
        Image.Transform.PERSPECTIVE,
        (1.0, -0.12, 0.0, 0.0, 0.88, 0.0, 0.0, -0.24 / width),
        Image.Resampling.BICUBIC,
        fillcolor=255,
    )
    dim = seen.point(lambda value: 40 + value * 0.55).filter(ImageFilter.GaussianBlur(1.6))
    grainy = Image.blend(dim, Image.effect_noise(dim.size, 60), 0.15)
    file = io.BytesIO()
    grainy.save(file, "JPEG", quality=60)
    return Image.open(file).convert("L")


SEEN = {
    "200 dots an inch": lambda: scan(200),
    "150 dots an inch": lambda: scan(150),
    "blurred": lambda: scan(200).filter(ImageFilter.GaussianBlur(1.5)),
    "turned by ten degrees": lambda: scan(200).rotate(10, Image.Resampling.BICUBIC, expand=True, fillcolor=255),
    "photographed": lambda: photographed(scan(400)),
}


@pytest.mark.parametrize("seen", SEEN)
def test_zxing_reads_it_however_it_is_seen(seen):
    assert [found.text for found in zxingcpp.read_barcodes(SEEN[seen]())] == [scanned(ISSUED)]

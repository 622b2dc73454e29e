"""`python -m benchmarks.rendering`: letters a second on one core beside WeasyPrint on the same letters by turns, and whether memory stays flat.

WeasyPrint needs pango from the system, so it is in no lock: install it beside the rest to have the comparison. Without it only our own
figures are given.
"""

from __future__ import annotations

import hashlib
import logging
import os
import resource
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

CORE_MS = 1000


@click.command
@click.option("--letters", default=5_000, show_default=True, help="How many to make while memory is watched.")
@click.option("--beside", default=60, show_default=True, help="How many to make by turns with WeasyPrint.")
def main(letters: int, beside: int) -> None:
    """Time is the processor's, of this process alone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "customerview.config.settings")
    import django

    django.setup()
    logging.disable(logging.WARNING)  # what WeasyPrint says of each step would be counted against it
    from customerview.correspondence import as_pdf, render

    first = as_pdf(letter(0))
    print(f"One letter: {len(first):,} bytes")
    try:
        engines = beside_it(render)
    except (ImportError, OSError) as missing:
        print(f"WeasyPrint is not here: {missing}")
    else:
        by_turns({"typst, PDF/UA-1 and PDF/A-3a": lambda n: as_pdf(letter(n)), **engines}, beside)
    watched(as_pdf, letters)


FIRST, LAST = (
    ("Siân", "Aled", "Ann", "Owain", "Mair", "George", "Ffion"),
    ("Tŷ Morgan", "Hughes", "Price", "Okonkwo", "Llŷr Evans"),
)


def letter(n: int):
    """The n-th of proofs of which no two say the same: another name, address and sum each, and a square code as long as a proof's."""
    from customerview.correspondence import Code, Details, Heading, Items, Letter, Paragraph, Table, in_the_frame

    amount, name = f"£{100 + n // 100}.{n % 100:02}", f"{FIRST[n % 7]} {LAST[n % 5]}"
    code = "".join(hashlib.sha256(f"{n} {part}".encode()).hexdigest().upper() for part in range(4))
    return Letter(
        **in_the_frame("en", f"P{n:06}", date(2026, 11, 24)), title="Proof of benefit", sender="Department of Example",
        to=(name, f"{n + 1} Heol y Tŷ", "Yr Wyddgrug", "QA1 1AA"), blocks=(
            Paragraph(f"We confirm that {name} was entitled to the benefits below on 24 November 2026: {amount} in all."),
            Heading("Details"),
            Details((("Name", name), ("National Insurance number", f"ends in {n % 1000:03}C"))),
            Table("Benefits on 24 November 2026", ("Benefit", "Amount", "Made up of", "From"), (
                ("Personal Independence Payment", f"{amount} every 4 weeks", "Daily living: enhanced rate", "4 March 2022"),
                ("Carer’s Allowance", "£81.90 a week", "", "4 March 2022"),
            )),
            Heading("About this proof"),
            Items(("This letter shows what was paid by us on the day it was issued.", "It does not prove who the person carrying it is.")),
            Code(code, "A square code that holds this proof.", "Scan this to check that nothing was changed."),
        ),
    )  # fmt: skip


def beside_it(render: Callable) -> dict[str, Callable[[int], object]]:
    """WeasyPrint on the same words, code and font: cutting the font down to what a letter uses, as we do, and with the whole font in it."""
    from django.conf import settings
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    config = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: 'Public Sans'; font-weight: {weight}; src: url('{path.as_uri()}') }}"
        for weight, name in ((400, "400Regular"), (700, "700Bold"))
        for path in [Path(settings.LETTER_FONTS).resolve() / name / f"PublicSans_{name}.ttf"]
    )
    style = CSS(string=faces + "body { font-family: 'Public Sans' !important }", font_config=config)

    def made(n: int, full: bool) -> bytes:
        page = HTML(string=render(letter(n), "html").content.decode())
        return page.write_pdf(pdf_variant="pdf/ua-1", stylesheets=[style], font_config=config, full_fonts=full)

    return {"WeasyPrint, PDF/UA-1": lambda n: made(n, False), "WeasyPrint, PDF/UA-1, whole fonts": lambda n: made(n, True)}


def by_turns(engines: dict[str, Callable[[int], object]], times: int) -> None:
    """Each engine makes the same letters, one after the other, so that whatever else the machine does falls on all alike."""
    spent: dict[str, list[float]] = {name: [] for name in engines}
    for n in range(times):
        for name, make in engines.items():
            began = time.process_time()
            make(n)
            spent[name].append((time.process_time() - began) * CORE_MS)
    middle = {name: statistics.median(times) for name, times in spent.items()}
    quickest = min(middle.values())
    for name, ms in middle.items():
        print(f"{name}: {ms:.1f} ms a letter, {CORE_MS / ms:.1f} a second on a core, {ms / quickest:.1f} times the quickest")


def watched(make: Callable, letters: int) -> None:
    """Many letters in one process; its largest size so far is said ten times on the way."""
    began = time.process_time()
    for n in range(1, letters + 1):
        make(letter(n))
        if n % max(letters // 10, 1) == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{n:,} letters: {n / (time.process_time() - began):.1f} a second on a core; at most {peak:.0f} MB so far")


if __name__ == "__main__":
    main()

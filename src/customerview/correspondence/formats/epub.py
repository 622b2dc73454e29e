"""A letter as an EPUB 3 book of one page: the same page as the HTML, with what a reading program is told about it.

The same letter gives the same bytes.
"""

from __future__ import annotations

from html import escape
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from customerview.kernel import Words

from ..content import Code, Letter
from .html import as_html

CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="letter.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
CONTENTS = Words("Contents", "Cynnwys")
SUMMARY = Words("A letter with headings, in the order in which it is read. It has no sound and nothing that flashes.",
                "Llythyr gyda phenawdau, yn y drefn y mae'n cael ei ddarllen. Nid oes sain ynddo na dim sy'n fflachio.")  # fmt: skip


def as_epub(letter: Letter) -> bytes:
    """The book. What kind of file it is comes first and is not compressed, as the standard asks."""
    made = BytesIO()
    with ZipFile(made, "w") as book:
        for name, content in (
            ("mimetype", b"application/epub+zip"), ("META-INF/container.xml", CONTAINER.encode()), ("letter.opf", _package(letter).encode()),
            ("contents.xhtml", _contents(letter).encode()), ("letter.xhtml", as_html(letter)),
        ):  # fmt: skip
            entry = ZipInfo(name, (letter.issued.year, letter.issued.month, letter.issued.day, 12, 0, 0))
            book.writestr(entry, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return made.getvalue()


def _package(letter: Letter) -> str:
    pictures = any(isinstance(block, Code) for block in letter.blocks)
    modes = ["textual", "visual"] if pictures else ["textual"]
    features = [
        "structuralNavigation",
        "tableOfContents",
        "readingOrder",
        "displayTransformability",
        *(["alternativeText"] if pictures else []),
    ]
    known = [("accessMode", mode) for mode in modes] + [("accessibilityFeature", feature) for feature in features]
    known += [
        ("accessModeSufficient", "textual"),
        ("accessibilityHazard", "none"),
        ("accessibilitySummary", SUMMARY.say(letter.language)),
    ]
    about = "".join(f'<meta property="schema:{name}">{escape(value)}</meta>\n' for name, value in known)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="letter" xml:lang="{letter.language}"
 prefix="schema: http://schema.org/">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="letter">urn:uuid:{uuid5(NAMESPACE_URL, f"{letter.reference}/{letter.language}")}</dc:identifier>
<dc:title>{escape(letter.title)}</dc:title>
<dc:language>{letter.language}</dc:language>
<dc:publisher>{escape(letter.sender)}</dc:publisher>
<dc:date>{letter.issued.isoformat()}</dc:date>
<meta property="dcterms:modified">{letter.issued.isoformat()}T12:00:00Z</meta>
{about}</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="page" href="letter.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine><itemref idref="page"/></spine>
</package>
"""


def _contents(letter: Letter) -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{letter.language}" xml:lang="{letter.language}">
<head><title>{escape(letter.title)}</title></head>
<body><nav epub:type="toc"><h1>{CONTENTS.say(letter.language)}</h1><ol><li><a href="letter.xhtml">{escape(letter.title)}</a></li></ol></nav></body>
</html>
"""

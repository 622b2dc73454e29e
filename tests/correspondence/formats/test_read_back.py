"""Each form of a letter is read back by software that is not ours, and says what the letter says."""

from __future__ import annotations

import json
import re
import subprocess
from array import array
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import msgspec
import page as validator
import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from pocketsphinx import Decoder

from customerview.config import node
from customerview.config.home import SOURCE
from customerview.correspondence import Code, Paragraph
from customerview.correspondence.delivery.print_copy import print_copy
from customerview.correspondence.formats import FORMS, forms, render
from customerview.correspondence.formats.audio import SAMPLES_A_SECOND, script, spoken
from customerview.correspondence.formats.braille import CELLS, LINES, from_brf, translated
from customerview.correspondence.formats.linear import pieces
from customerview.correspondence.pdf import PAPERS
from customerview.instructions.personal_details.formats import BY_PEOPLE, COLOURS, FORMATS, PRINTED
from customerview.proofs import letter_of
from tests.browser import faults
from tests.proofs.test_proof import ISSUED

LANGUAGES = ("en", "cy")


def letter(lang: str):
    return letter_of(ISSUED, "Department of Example", lang)


def read(lang: str, form: str) -> str:
    return render(letter(lang), form).content.decode()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_pages_and_print_say_the_same_in_the_same_order(lang, tmp_path):
    class Page(HTMLParser):
        def __init__(self):
            super().__init__()
            self.said = []

        def handle_data(self, data):
            self.said.append(data)

    page = Page()
    page.feed(re.sub(r"<style>.*?</style>", "", read(lang, "html"), flags=re.S))
    with ZipFile(BytesIO(render(letter(lang), "epub").content)) as book:
        in_book = re.sub(r"<style>.*?</style>|<[^>]*>", " ", book.read("letter.xhtml").decode(), flags=re.S)
    in_print = [
        " ".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(render(letter(lang), form).content))
        for form in PRINTED if form != "easy_read"
    ]  # fmt: skip
    for whole in (read(lang, "email"), " ".join(page.said), unescape(in_book), *in_print):
        whole, at = re.sub(r"\W+", " ", whole), 0
        for piece in pieces(letter(lang)):
            if piece.kind in ("title", "heading", "paragraph", "item"):
                at = whole.find(re.sub(r"\W+", " ", piece.text).strip(), at)
                assert at >= 0, (piece, whole)
        assert "579 60" in whole and "PABCD EFGH" in whole


@pytest.mark.parametrize("grade", [1, 2])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_braille_fits_its_page_and_reads_back(lang, grade):
    file = read(lang, "braille" if grade == 2 else "braille_grade_1")
    pages = file.split("\r\n\f")[:-1]
    lines = [line for page in pages for line in page.split("\r\n")]
    assert all(len(page.split("\r\n")) == LINES for page in pages) and max(map(len, lines)) <= CELLS
    assert [page.split("\r\n")[-1].strip() for page in pages] == ["#" + "ABCDEFGHIJ"[n] for n in range(len(pages))]
    (back,) = translated([from_brf(" ".join(line.strip() for line in lines))], lang, grade, back=True)
    assert "£579.60" in back and "24" in back and "2026" in back and re.search("PABCD.EFGH", back)
    assert ("carrying it is" if lang == "en" else "gario") in back, "to its end"
    assert ("entitled to the benefits below" if lang == "en" else "hawl i'r budd") in back


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reading_program_takes_the_book(lang, tmp_path):
    """By the TypeScript port of EPUBCheck."""
    book = tmp_path / "letter.epub"
    book.write_bytes(render(letter(lang), "epub").content)
    program = SOURCE / "node_modules" / "@likecoin" / "epubcheck-ts" / "bin" / "epubcheck.js"
    done = subprocess.run([node.binary(), str(program), str(book), "--json", "-"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    found, _ = json.JSONDecoder().raw_decode(done.stdout[done.stdout.index("{") :])
    assert found["publication"]["version"].startswith("3") and found["messages"] == []


@pytest.mark.parametrize("form", ["html", "html_cream", "html_yellow", "html_blue"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_has_no_fault_on_a_small_screen(page, tmp_path, lang, form):
    file = tmp_path / "letter.html"
    file.write_bytes(render(letter(lang), form).content)
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(file.as_uri())
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_recogniser_hears_the_amount():
    """Among every whole number of pounds and of pence, PocketSphinx hears those that the letter says."""
    tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    ones = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    units = "one two three four five six seven eight nine"
    grammar = (
        f"#JSGF V1.0; grammar money; <u> = {units.replace(' ', ' | ')}; <o> = {ones.replace(' ', ' | ')};"
        f"<t> = {tens.replace(' ', ' | ')}; <n> = <o> | <t> [<u>]; public <m> = <u> hundred [and] <n> pounds and <n> pence;"
    )
    amount = msgspec.structs.replace(
        letter("en"), sender="", date_words="", reference_words="", to=(), title="", blocks=(Paragraph("£579.60"),)
    )
    sound = array("h", spoken(amount))
    at_16000 = array("h", (sound[int(n * SAMPLES_A_SECOND / 16000)] for n in range(int(len(sound) * 16000 / SAMPLES_A_SECOND))))
    decoder = Decoder(lm=None, loglevel="FATAL")
    decoder.add_jsgf_string("money", grammar)
    decoder.activate_search("money")
    decoder.start_utt()
    decoder.process_raw(at_16000.tobytes(), full_utt=True)
    decoder.end_utt()
    assert decoder.hyp().hypstr.replace("hundred and", "hundred") == "five hundred seventy nine pounds and sixty pence"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_square_is_read_from_a_screen_in_the_page_the_book_and_easy_read(page, tmp_path, lang):
    """As a camera would, from a picture of the screen at twice its size: it holds what the proof's code holds."""
    (code,) = [block for block in letter(lang).blocks if isinstance(block, Code)]
    with ZipFile(BytesIO(render(letter(lang), "epub").content)) as book:
        pages = {"book.xhtml": book.read("letter.xhtml")}
    pages |= {f"{form}.html": render(letter(lang), form).content for form in ("html", "html_yellow", "easy_read_html")}
    for name, content in pages.items():
        (tmp_path / name).write_bytes(content)
        page.set_viewport_size({"width": 1000, "height": 900})
        page.goto((tmp_path / name).as_uri())
        picture = Image.open(BytesIO(page.locator("figure img").screenshot(scale="css")))
        found = zxingcpp.read_barcodes(picture.convert("L").resize((picture.width * 2, picture.height * 2)))
        assert [one.text for one in found] == [code.text], name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_easy_read_is_read_back_from_print_and_from_the_page(page, tmp_path, lang):
    easy = letter(lang).in_easy_read
    print_ = pypdfium2.PdfDocument(render(letter(lang), "easy_read").content)
    in_print = " ".join(sheet.get_textpage().get_text_range() for sheet in print_)
    file = tmp_path / "easy.html"
    file.write_bytes(render(letter(lang), "easy_read_html").content)
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(file.as_uri())
    assert faults(page) == [] and page.evaluate("document.documentElement.scrollWidth") <= 320
    for whole in (in_print, page.locator("body").inner_text()):
        whole, at = re.sub(r"\W+", " ", whole), 0
        for piece in pieces(easy):
            if piece.kind in ("title", "heading", "paragraph", "item"):
                at = whole.find(re.sub(r"\W+", " ", piece.text).strip(), at)
                assert at >= 0, (piece, whole)
    letters = [char for sheet in print_ for char in _sizes(sheet)]
    assert sorted(letters)[len(letters) // 2] >= 15.9, "large"


def _sizes(sheet):
    text = sheet.get_textpage()
    for n in range(text.count_chars()):
        yield pypdfium2.raw.FPDFText_GetFontSize(text, n)


@pytest.mark.parametrize("colour", COLOURS)
def test_print_on_a_colour_is_coloured_on_a_screen_and_black_for_the_printer(colour):
    on_screen, to_print = (
        pypdfium2.PdfDocument(made)[0].render(scale=0.2).to_pil().convert("RGB").getpixel((2, 2))
        for made in (render(letter("en"), colour).content, print_copy(letter("en"), colour))
    )
    assert on_screen == tuple(bytes.fromhex(PAPERS[colour][1:])) and to_print == (255, 255, 255)


@pytest.mark.parametrize(("lang", "money"), [("en", "579 pounds and 60 pence"), ("cy", "579 o bunnoedd a 60 o geiniogau")])
def test_a_recording_is_long_and_loud_enough_and_spells_references(lang, money):
    """Nothing here hears Welsh: what is checked of it is the text that the voice was given, how long it spoke and how loud."""
    given, sound = script(letter(lang)), array("h", spoken(letter(lang)))
    assert money in given and '<say-as interpret-as="characters">' in given and "£" not in given
    words = len(re.sub("<[^>]*>", " ", given).split())
    assert words / 4 < len(sound) / SAMPLES_A_SECOND < words * 2
    assert max(map(abs, sound)) > 8000
    assert render(letter(lang), "audio").content[:2] in (b"\xff\xfb", b"\xff\xf3", b"ID")


def test_what_only_a_person_can_make_is_not_made():
    assert {code for code, form in FORMS.items() if form.made_by == "person"} == set(BY_PEOPLE)
    assert not set(BY_PEOPLE) & set(forms(letter("en"))) and FORMATS.keys() <= FORMS.keys()
    unwritten = msgspec.structs.replace(letter("en"), easy=None)  # nobody wrote this letter's words in easy read
    for form, of in (("bsl_video", letter("en")), ("easy_read", unwritten)):
        with pytest.raises(ValueError, match="person"):
            render(of, form)


@pytest.mark.parametrize("form", ["html", "epub", "email", "braille", "audio"])
def test_the_same_letter_gives_the_same_bytes(form):
    assert render(letter("en"), form) == render(letter("en"), form)


def test_welsh_comes_first_and_then_english_in_one_letter(page, tmp_path):
    both = letter_of(ISSUED, "Department of Example")
    assert [one.language for one in both.in_turn] == ["cy", "en"] and letter("cy").then is None
    text = render(both, "email").content.decode()
    assert 0 < text.index("# Prawf o fudd-dal") < text.index("# Proof of benefit")
    made = render(both, "large_print_16").content
    said = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(made)]
    first = next(n for n, sheet in enumerate(said) if "Proof of benefit" in sheet)
    assert first > 0 and "Prawf o fudd-dal" in said[0] and "Prawf" not in "".join(said[first:])
    (tmp_path / "both.pdf").write_bytes(made)
    for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A):
        assert validator.validate_pdf(str(tmp_path / "both.pdf"), profile=profile).is_compliant
    file = tmp_path / "both.html"
    file.write_bytes(render(both, "html").content)
    page.goto(file.as_uri())
    assert faults(page) == [] and page.locator("[lang=en] h1").inner_text() == "Proof of benefit"
    braille = render(both, "braille").content.decode()
    assert braille.index(",PRAWF O FUDD-DAL") < braille.index(",PRO( ( B5EFIT")
    assert len(render(both, "audio").content) > 1.7 * len(render(letter("cy"), "audio").content)

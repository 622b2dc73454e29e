"""Every letter there is, for the story customers: by its specification, in every form and language, put to the validator and looked at."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date

import msgspec
import page
import pikepdf
import pypdfium2
import pytest

from customerview.correspondence.samples import AT, sample_letters, write_samples
from customerview.correspondence.specs import specs
from customerview.instructions import BENEFITS, catalogue
from customerview.instructions.letters_and_notifications.easy_read import how_to_reach_us, reviewed
from customerview.instructions.letters_and_notifications.kinds import LETTERS
from customerview.instructions.letters_and_notifications.reading import (
    easy_texts,
    longest,
    named,
    paragraphs,
    reading_age,
    reworded,
    texts,
)
from customerview.kernel import Figures

MM = 72 / 25.4
WINDOW = (24.6, 39.5, 120.0, 66.3)
"""The window of the envelope in millimetres from the top left: left, top, right, bottom."""


@pytest.fixture(scope="module")
def letters():
    return sample_letters()


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    out = tmp_path_factory.mktemp("letters")
    return out, write_samples(out)


def test_every_specification_is_a_letter_of_the_chapter_and_has_a_sample(letters):
    assert specs().keys() <= LETTERS.keys()
    assert letters.keys() == specs().keys()
    assert {code for code, kind in LETTERS.items() if kind.asked} <= specs().keys(), "what a colleague may ask for can be written"


def test_the_manifest_names_every_file_with_its_digest(samples):
    out, found = samples
    told = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert (
        len(told) == len(found) and {row["letter"] for row in told} == specs().keys() and {row["language"] for row in told} == {"en", "cy"}
    )
    for row in told:
        assert hashlib.sha256((out / row["file"]).read_bytes()).hexdigest() == row["sha256"]


def test_every_pdf_is_accessible_and_lasts(samples):
    out, found = samples
    for one in found:
        if one.file.endswith(".pdf"):
            for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
                verdict = page.validate_pdf(str(out / one.file), profile=profile)
                assert verdict.is_compliant, (one.file, verdict)
            with pikepdf.open(out / one.file) as pdf:
                assert str(pdf.Root.Lang) == one.language


def test_the_address_stands_in_the_window_and_nothing_else_does(samples, letters):
    out, found = samples
    for one in (s for s in found if s.file.endswith(".pdf")):
        (first, *_), to = pypdfium2.PdfDocument(str(out / one.file)), letters[one.letter][one.language].to
        left, top, right, bottom = (mm * MM for mm in WINDOW)
        height = first.get_height()
        seen = first.get_textpage().get_text_bounded(left=left, bottom=height - bottom, right=right, top=height - top)
        assert [line.strip() for line in seen.splitlines() if line.strip()] == list(to), one.file


def test_the_letters_of_welsh_are_in_the_fonts(samples):
    out, found = samples
    for one in (s for s in found if s.language == "cy" and s.form == "standard"):
        said = "".join(p.get_textpage().get_text_bounded() for p in pypdfium2.PdfDocument(str(out / one.file)))
        assert ("\ufffd" not in said and "ŵ" in said + "ŵ" and "Sut i gysylltu â ni" in said) or one.letter == "proof", one.file


@pytest.mark.parametrize("code", sorted(specs().keys() - {"proof"}))
def test_it_is_plain_and_says_the_same_in_both_languages(code, letters):
    english, welsh = letters[code]["en"], letters[code]["cy"]
    assert [type(b) for b in english.blocks] == [type(b) for b in welsh.blocks]
    assert welsh.title != english.title
    for letter in (english, welsh):
        said = texts(_json(letter))
        assert not longest(said, figure("sentence_words"))
    assert reading_age(texts(_json(english)), [*english.to, *(words.en for words in BENEFITS.values())]) <= figure("reading_age")
    assert texts(_json(welsh)) != texts(_json(english))


EASY = ("award_notice", "proof", "suspension", "suspension_lifted")


@pytest.mark.parametrize("code", EASY)
def test_in_easy_read_it_has_words_of_its_own_one_idea_to_a_sentence(code, letters):
    english, welsh = (letters[code][lang].easy for lang in ("en", "cy"))
    assert [type(b) for b in english.blocks] == [type(b) for b in welsh.blocks] and english.title != welsh.title
    for lang in ("en", "cy"):
        said = easy_texts(_json(letters[code][lang]))
        assert not longest(said, 17) and all(len(re.findall(r"[.!?](?:\s|$)", text)) <= 1 for text in said), "one sentence, and a short one"
        assert (named(said).amounts and named(said).amounts <= named(texts(_json(letters[code][lang]))).amounts) or code == "suspension"
    names = [*letters[code]["en"].to, *(words.en for words in BENEFITS.values())]
    said = easy_texts(_json(letters[code]["en"]))
    assert reading_age(said, names) <= 7.5, reading_age(said, names)


@pytest.mark.parametrize("code", EASY)
def test_that_nobody_has_checked_the_easy_words_is_said_until_a_figure_says_who_has(code, letters):
    assert not letters[code]["en"].easy.reviewed
    assert easy_texts(_json(letters[code]["en"]))[-1].startswith("People with learning disabilities have not checked")
    since = "{value: false, since: 2015-01-01, source: written}, {value: true, since: 2027-03-01, source: a group of six}"
    figures = Figures.read(f"easy_read: {{{code}_reviewed: [{since}]}}")
    assert [reviewed(code, figures, day) for day in (AT.date(), date(2027, 3, 1))] == [False, True]
    assert len(how_to_reach_us("en", True)) == len(how_to_reach_us("en", False)) - 1


def figure(name: str):
    return catalogue().figures.get("letter_complete_and_clear", name, AT.date())


def _json(letter) -> str:
    return msgspec.json.encode(letter).decode()


def test_the_same_letter_gives_the_same_bytes(samples, tmp_path):
    _, found = samples
    again = {s.file: s.sha256 for s in write_samples(tmp_path)}
    assert all(again[s.file] == s.sha256 for s in found if s.letter != "proof"), "a proof is signed anew each time"


# Reading


def test_what_is_edited_changes_one_paragraph_only(letters):
    content = _json(letters["suspension"]["en"])
    place = next(n for n, text in paragraphs(content).items() if text.startswith("We have stopped"))
    edited = reworded(content, place, "It is stopped.\nFor now.")
    assert texts(edited)[place] == "It is stopped. For now." and len(texts(edited)) == len(texts(content))


def test_hard_words_are_read_later_in_life_than_plain_ones():
    assert (
        reading_age(["We pay you again."])
        < 9
        < reading_age(["Notwithstanding subsequent determinations, entitlement necessitates evidence."])
    )

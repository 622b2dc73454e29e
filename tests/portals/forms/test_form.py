"""A form from a declaration: every mistake at once, what was typed kept, values as the action wants them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import uuid4

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory
from hypothesis import given as drawn
from hypothesis import strategies as st

from customerview.instructions import catalogue
from customerview.kernel import LONDON, Action, Words, asks, field, reason, refused
from customerview.portals.forms import Form, as_typed, clock, in_their_words, questions, read
from customerview.portals.forms.form import lists

WHY = Words("Tell us why", "Dywedwch wrthym pam")


class BookVisit(Action, frozen=True, kw_only=True):
    """We visit you at home."""

    about = asks(Words("Book a visit", "Trefnu ymweliad"), may=["agent"])
    message: Annotated[int, field("Which message?", kind="number", hidden=True)]
    on: Annotated[date, field(Words("Which day?", "Pa ddiwrnod?"), kind="date", missing=Words("Enter the day", "Rhowch y diwrnod"))]
    starts: Annotated[datetime, field("When does it start?", kind="moment")]
    how: Annotated[str, field("How?", kind="choice", choices=[("alone", "Alone"), ("pair", "In a pair")])]
    bring: Annotated[tuple[str, ...], field("What to bring?", kind="choices", choices=[("forms", "Forms"), ("leaflet", "Leaflet")])] = ()
    safe: Annotated[bool, field("Is it safe?", kind="yes_no")]
    pence: Annotated[int, field("How much?", kind="money", ge=0, le=10_000)] = 0
    postcode: Annotated[str, field("Postcode?", kind="postcode")] = ""
    why: Annotated[str, field(Words("Why?", "Pam?"), kind="long_text", missing=WHY, max_length=20)]

    def facts(self, record, asked):
        return []


RECORD = catalogue().fold.of(uuid4(), [])
GOOD = {
    "message": ["12"], "on-day": ["27"], "on-month": ["Mawrth"], "on-year": ["2026"], "starts-day": ["27"], "starts-month": ["3"],
    "starts-year": ["2026"], "starts-time": ["10.30am"], "how": ["pair"], "bring": ["forms", "leaflet"], "safe": ["no"],
    "pence": ["£12.50"], "postcode": ["qa1 1aa"], "why": ["She asked"],
}  # fmt: skip


def drawn_page(form):
    request = RequestFactory().get("/somewhere")
    return "".join(render_to_string(f"forms/{name}.html", {"form": form}, request) for name in ("errors", "form"))


def test_what_was_typed_becomes_what_the_action_wants():
    form = Form(BookVisit, RECORD, raw=GOOD)
    assert BookVisit(**form.read()) == BookVisit(
        message=12, on=date(2026, 3, 27), starts=datetime(2026, 3, 27, 10, 30, tzinfo=LONDON), how="pair", bring=("forms", "leaflet"),
        safe=False, pence=1250, postcode="QA1 1AA", why="She asked",
    )  # fmt: skip
    assert form.problems == []


def test_every_mistake_is_told_at_once_with_a_link_and_nothing_typed_is_lost():
    form = Form(
        BookVisit,
        RECORD,
        raw={**GOOD, "on-day": ["31"], "on-month": ["2"], "how": ["flying"], "pence": ["much"], "why": ["x" * 21]},
    )
    form.read()
    assert [(p["href"]) for p in form.summary] == ["#on-day", "#how", "#pence", "#why"]
    page = drawn_page(form)
    for href in ("on-day", "how", "pence", "why"):
        assert f'href="#{href}"' in page and f'id="{href}"' in page
    assert 'value="much"' in page and "x" * 21 in page and 'value="31"' in page
    assert form.page_title.startswith("Error: ")


def test_what_must_be_answered_says_so_in_its_own_words_and_what_may_be_left_out_is():
    form = Form(BookVisit, RECORD, raw={"message": ["12"]})
    values = form.read()
    assert {p.field for p in form.problems} == {"on", "starts", "how", "safe", "why"}
    assert form.error("on") == "Enter the day"
    assert values == {"message": 12}


def test_what_is_given_is_never_read_from_what_was_posted():
    form = Form(BookVisit, RECORD, raw=GOOD, given={"message": 5})
    assert form.read()["message"] == 5


def test_the_guards_sentence_and_the_box_for_its_reason_are_shown():
    form = Form(BookVisit, RECORD, raw=GOOD)
    form.outcomes = [reason("Say why it cannot wait.")]
    assert not form.stops and form.wants_reason
    page = drawn_page(form)
    assert "Say why it cannot wait." in page and 'name="_reason"' in page
    form.outcomes = [refused("Not while the death is in doubt.")]
    assert form.stops and "Not while the death is in doubt." in drawn_page(form)


def test_a_form_begun_with_what_is_known_reads_back_the_same():
    action = BookVisit(**Form(BookVisit, RECORD, raw=GOOD).read())
    known = {q.name: getattr(action, q.name) for q in questions(BookVisit, RECORD)}
    assert BookVisit(**Form(BookVisit, RECORD, known=known, raw=None).read()) == action


def test_answers_are_said_back_in_words():
    said = {
        q.name: in_their_words(q, getattr(BookVisit(**Form(BookVisit, RECORD, raw=GOOD).read()), q.name), "cy")
        for q in questions(BookVisit, RECORD)
    }
    assert said["on"] == "27 Mawrth 2026" and said["safe"] == "Na" and said["pence"] == "£12.50" and said["bring"] == "Forms\nLeaflet"


@pytest.mark.parametrize(
    ("typed", "means"),
    [("10:30", "10:30"), ("2pm", "14:00"), ("12am", "00:00"), ("12.15PM", "12:15"), ("noon", "12:00"), ("9yb", "09:00")],
)
def test_times_are_read_as_people_write_them(typed, means):
    assert clock(typed).strftime("%H:%M") == means


@drawn(
    st.dictionaries(st.sampled_from([b for q in questions(BookVisit, RECORD) for b in q.boxes]), st.lists(st.text(max_size=40), max_size=3))
)
def test_whatever_is_posted_ends_in_values_or_sentences(raw):
    asked = questions(BookVisit, RECORD)
    values, problems = read(asked, raw)
    assert not {p.field for p in problems} & values.keys()
    for q in asked:
        if q.name in values:
            assert read([q], as_typed(q, values[q.name]))[1] == []


def test_what_the_form_carries_for_itself_is_no_answer():
    assert lists(QueryDict("_seen=4&_key=x&csrfmiddlewaretoken=t&why=a")) == {"why": ["a"]}

"""The page around the content: both languages, strict names, escaped values, errors that say what to do."""

import html5lib
import jinja2
import pytest
from django.template import engines
from django.test import RequestFactory

from customerview.kernel.words import Words
from customerview.portals import layout
from customerview.portals.layout import errors
from tests.browser import invalid

PAGE = '{% extends "layout/base.html" %}{% block content %}<h1>{{ t(words) }}</h1><p>{{ t("Hello", "Helo") }}</p>{% endblock %}'


def rendered(source=PAGE, **values):
    return engines.all()[0].from_string(source).render(values, RequestFactory().get("/here?a=1&b=2"))


@pytest.mark.parametrize(("language", "said"), [("en", ("Your money", "Hello")), ("cy", ("Eich arian", "Helo"))])
def test_words_are_said_in_the_readers_language(language, said):
    with layout.speaking(language):
        page = rendered(words=Words("Your money", "Eich arian"))
    assert f'<html lang="{language}"' in page
    assert all(text in page for text in said)


def test_words_inside_a_macro_are_said_in_the_readers_language():
    source = '{% macro m() %}{{ t("Yes", "Ydw") }}{% endmacro %}{{ m() }}'
    with layout.speaking("cy"):
        assert rendered(source) == "Ydw"


def test_gaps_in_words_are_filled_and_escaped():
    assert rendered('{{ t("Hello {name}", "Helo {name}", name=who) }}', who="<b>") == "Hello &lt;b&gt;"


def test_a_name_that_nobody_gave_stops_the_page():
    with pytest.raises(jinja2.UndefinedError, match="amuont"):
        rendered("{{ amuont }}")


def test_a_part_that_a_value_lacks_reads_as_nothing():
    assert rendered("{% if row.actions %}yes{% endif %}{{ row.note }}", row={"key": "x"}) == ""


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_is_well_formed(language):
    with layout.speaking(language):
        html5lib.HTMLParser(strict=True).parse(rendered(words=Words("a", "b"), navigation=[{"text": "x", "href": "/"}], sign_out_at="/out"))


def test_the_page_has_no_script_or_style_of_its_own():
    page = rendered(words=Words("a", "b"))
    assert "<style" not in page
    assert " style=" not in page
    assert page.count("<script src=") + page.count('<script type="module" src=') == page.count("<script")


@pytest.mark.parametrize(
    ("view", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404), (errors.fault, 500), (errors.unavailable, 503)],
)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_error_page_is_said_in_both_languages(view, status, language):
    request = RequestFactory().get("/x", headers={"Cookie": f"cv_lang={language}", "Accept": "text/html"})
    answer = view(request) if status in (500, 503) else view(request, Exception())
    page = answer.content.decode()
    assert answer.status_code == status
    assert f'lang="{language}"' in page
    html5lib.HTMLParser(strict=True).parse(page)


def test_a_conflict_says_the_guards_sentence():
    request = RequestFactory().get("/x", headers={"Accept": "text/html"})
    answer = layout.conflict(request, Words("Try to reach this customer first.", "Ceisiwch gysylltu â’r cwsmer hwn yn gyntaf."))
    assert answer.status_code == 409
    assert "Try to reach this customer first." in answer.content.decode()


def test_a_program_is_answered_with_a_problem_document():
    answer = errors.not_found(RequestFactory().get("/x", headers={"Accept": "application/json"}), Exception())
    assert answer["Content-Type"] == "application/problem+json"
    assert b'"status": 404' in answer.content


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "\\\\elsewhere.example"])
def test_choosing_a_language_never_leads_elsewhere(client, back):
    answer = client.post("/language", {"language": "cy", "return": back})
    assert answer["Location"] == "/"


def test_an_unknown_language_is_not_kept(client):
    assert "cv_lang" not in client.post("/language", {"language": "xx", "return": "/"}).cookies


def test_what_is_not_valid_html_is_found_and_what_is_meant_is_not():
    page = '<!DOCTYPE html>\n<html lang="en"><head><title>A page</title></head><body>{}</body></html>\n'
    found = invalid({"good": page.format('<main><table role="table"><tr role="row"><td>1</td></tr></table></main>'), "bad": page.format("<p><div>x</div></p>"),
                     "twice": page.format('<p id="a">1</p><p id="a">2</p>')})  # fmt: skip
    assert set(found) == {"bad", "twice"}
    assert "no-dup-id" in found["twice"][0]

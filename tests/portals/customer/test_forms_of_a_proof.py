"""A proof in the form somebody reads: the one we hold without asking, another for this once, made by people where no machine can; posted where they choose."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from customerview.instructions.personal_details.formats import BY_PEOPLE, FORMATS
from customerview.instructions.proofs.facts import ProofIssued

from .conftest import AGENT, TODAY, Town, sign_in
from .test_proving import choose, go_on

pytestmark = pytest.mark.journey
BEGINS = {"audio": (b"\xff\xfb", b"\xff\xf3", b"ID3"), "epub": (b"PK",), "html": (b"<!DOCTYPE html>",), "email": (b"Customer View",), "braille": (b",CU/OM",),
          "braille_grade_1": (b",CUSTOMER",)}  # fmt: skip


@pytest.fixture(scope="module")
def reader(database, identity_provider) -> Town:
    return Town(database, identity_provider.issuer)


def test_braille_is_applied_without_asking_offered_first_and_every_form_can_be_had_at_once(reader, page, service, looked_at):
    reader.do("choose_format", reader.rhian, AGENT, format="braille")
    sign_in(page, "Rhian Morgan")
    choose(page)
    expect(page.locator("#answers")).to_contain_text("Braille, contracted (grade 2)")
    go_on(page, "Get the proof")
    files = page.locator("main ul a")
    expect(files.nth(1)).to_contain_text("Download in braille")
    expect(files.nth(2)).to_contain_text("Open as a PDF, to print or send")  # for whoever it is shown to
    page.get_by_role("link", name="See the proof").click()
    expect(page.locator("main a[role=button]").first).to_have_text("Download in braille")
    page.get_by_role("link", name="Have it in another form").click()
    looked_at(page, "forms-of-a-proof")
    for form in sorted(FORMATS.keys() - set(BY_PEOPLE)):
        got = page.request.get(f"{page.url}/{form}")
        assert got.status == 200 and got.body().startswith(BEGINS.get(form, (b"%PDF-",))), form
    assert page.request.get(f"{page.url}/bsl_video").status == 404


def test_a_sign_language_video_is_asked_of_people_with_a_day_and_the_proof_is_there_meanwhile(reader, page, service, looked_at):
    reader.do("choose_format", reader.rhian, AGENT, format="standard")
    sign_in(page, "Rhian Morgan")
    choose(page)
    page.get_by_role("link", name=re.compile("Change.*be written")).click()
    page.get_by_label("Video in British Sign Language").check()
    go_on(page)
    expect(page.locator("main")).to_contain_text("People make the video. We ask for it today, and send it to you by")
    looked_at(page, "a-video-check")
    go_on(page, "Get the proof")
    expect(page.locator("main")).to_contain_text("Being made for you: a video in British Sign Language, by")
    proof = reader.latest_proof(reader.rhian)
    assert proof.format == "bsl_video" and reader.facts(reader.rhian, "FormRequested") == 1
    page.get_by_role("link", name="Open as a PDF").first.wait_for()


def test_a_form_that_goes_into_no_envelope_is_asked_about_only_where_it_is_posted(reader, page, service, looked_at):
    reader.do("choose_format", reader.rhian, AGENT, format="html")
    sign_in(page, "Rhian Morgan")
    choose(page, way="On screen")
    expect(page.locator("#answers")).to_contain_text("Web page")
    page.get_by_role("link", name=re.compile("Change.*have it")).click()
    page.get_by_label("By post").check()
    go_on(page)
    expect(page.get_by_role("heading", name="How should this proof be written?")).to_be_visible()
    expect(page.get_by_label("Web page")).to_have_count(0)
    looked_at(page, "a-form-for-post")
    page.get_by_label("Print on yellow").check()
    go_on(page)
    go_on(page, "Get the proof")
    expect(page.locator("main ul a").nth(1)).to_contain_text("Open as a PDF: print on yellow")


def test_it_is_posted_to_the_address_they_choose_of_those_that_are_safe(reader, page, service, looked_at):
    reader.do("choose_format", reader.rhian, AGENT, format="standard")
    reader.do(
        "change_address", reader.rhian, AGENT, role="correspondence", line_1="c/o Gwen Morgan", town="Mold", postcode="QA2 2AA", since=TODAY
    )
    sign_in(page, "Rhian Morgan")
    choose(page, way="By post")
    expect(page.locator("main")).to_contain_text("It goes to c/o Gwen Morgan")  # where her letters go, unless she says otherwise
    page.get_by_role("link", name=re.compile("Change.*post it")).click()
    looked_at(page, "where-to-post-it")
    page.get_by_label("Home address").check()
    go_on(page)
    expect(page.locator("main")).to_contain_text("It goes to 1 High Street, Mold, QA1 1AA")
    looked_at(page, "posted-where-check")
    go_on(page, "Get the proof")
    expect(page.locator("main")).to_contain_text("It should reach you between")
    proof = reader.latest_proof(reader.rhian)
    assert isinstance(proof, ProofIssued) and proof.post_to == "home"
    for _ in range(60):
        if letter := next((one for one in reader.letters(reader.rhian) if one.about == proof.reference), None):
            break
        page.wait_for_timeout(500)
    assert letter is not None and letter.to_role == "home"
    reader.do("say_whether_safe", reader.rhian, AGENT, what="home", safe=False)
    choose(page, way="By post")
    expect(page.get_by_role("link", name=re.compile("Change.*post it"))).to_have_count(0)  # one is left, so there is nothing to choose
    expect(page.locator("main")).to_contain_text("It goes to c/o Gwen Morgan")
    expect(page.locator("main")).not_to_contain_text("High Street")

"""A council scans a proof in a place without a network: a real browser, a real code, and a decoder that is not ours beside it."""

from __future__ import annotations

import json
import subprocess

import msgspec
import pypdfium2
import pytest
from playwright.sync_api import expect

from customerview.config import node
from customerview.config.home import SOURCE
from customerview.correspondence import as_pdf
from customerview.proofs import letter_of, published, rotate, scanned
from customerview.proofs.scanning import ALPHABET
from tests.proofs.test_degraded import SEEN
from tests.proofs.test_proof import ISSUED

pytestmark = pytest.mark.journey


@pytest.fixture
def offline(page):
    """The page, opened once, and then the network is gone."""
    page.goto("/check/scan/")
    expect(page.get_by_text("This page now works without a network.")).to_be_visible()
    page.context.set_offline(True)
    page.reload()
    return page


def typed(page, text: str) -> None:
    page.get_by_label("Or the text of the code").fill(text)
    page.get_by_role("button", name="Check this text").click()


def changed(text: str, at: int = 60) -> str:
    return text[:at] + ALPHABET[(ALPHABET.index(text[at]) + 1) % 45] + text[at + 1 :]


def test_a_picture_of_the_letter_is_checked_without_a_network(offline, tmp_path, axe):
    pdf = pypdfium2.PdfDocument(as_pdf(letter_of(ISSUED, "Department of Example", "en")))
    pdf[len(pdf) - 1].render(scale=200 / 72).to_pil().save(tmp_path / "letter.png")
    pdf.close()
    offline.get_by_label("Choose a picture of the code").set_input_files(tmp_path / "letter.png")
    expect(offline.get_by_role("heading", name="We signed this proof")).to_be_focused()
    said = offline.locator("[data-scan-answer]")
    for shown in ("Siân Tŷ Morgan", "Personal Independence Payment", "£579.60 every 4 weeks", "enhanced rate", "from 4 March 2022", "456C", "Blue Badge", "PABCD-EFGH",
                  "24 November 2026", "Whether the proof is still current", "Whether the person who shows it"):  # fmt: skip
        expect(said).to_contain_text(shown)
    expect(said).not_to_contain_text("Heol y Tŷ")
    assert axe(offline) == []


def test_it_is_read_without_a_network_however_it_is_seen(offline, tmp_path):
    for name, made in SEEN.items():
        made().save(tmp_path / f"{name}.png")
        offline.get_by_label("Or the text of the code").fill("")
        offline.get_by_role("button", name="Check this text").click()
        expect(offline.get_by_role("heading", name="We signed this proof")).to_have_count(0)
        offline.get_by_label("Choose a picture of the code").set_input_files(tmp_path / f"{name}.png")
        expect(offline.get_by_role("heading", name="We signed this proof"), name).to_be_visible()


def test_a_changed_code_one_that_ended_one_by_an_unknown_key_and_nonsense_are_refused(offline):
    text = scanned(ISSUED)
    typed(offline, f" {text}\n")
    expect(offline.get_by_role("heading", name="We signed this proof")).to_be_visible()
    for wrong in (changed(text), changed(text, len(text) - 20), text[:-4], "CV1:", "hello", "CV1:é", ""):
        typed(offline, wrong)
        expect(offline.get_by_role("heading", name="We cannot confirm this code")).to_be_visible()
        expect(offline.locator("[data-scan-answer] dl")).to_have_count(0)
    typed(offline, scanned(msgspec.structs.replace(ISSUED, issued=ISSUED.issued.replace(year=2024))))
    expect(offline.get_by_role("heading", name="This proof is too old")).to_be_visible()
    rotate("qr")
    typed(offline, scanned(ISSUED))
    expect(offline.get_by_role("heading", name="This page does not have the key for this code")).to_be_visible()
    typed(offline, text)
    expect(offline.get_by_role("heading", name="We signed this proof")).to_be_visible()


def test_an_old_key_still_verifies_online_and_pictures_without_a_code_are_told(page, tmp_path):
    text = scanned(ISSUED)
    rotate("qr")
    page.goto("/check/scan/")
    typed(page, text)
    expect(page.get_by_role("heading", name="We signed this proof")).to_be_visible()
    page.screenshot(path=tmp_path / "no code.png", clip={"x": 0, "y": 0, "width": 200, "height": 200})
    page.get_by_label("Choose a picture of the code").set_input_files(tmp_path / "no code.png")
    expect(page.get_by_role("heading", name="There is no code in this picture")).to_be_visible()


def test_without_scripts_it_leads_to_the_share_code(browser, service):
    context = browser.new_context(base_url=service.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/check/scan/")
    expect(page.get_by_text("Scanning needs JavaScript")).to_be_visible()
    expect(page.get_by_label("Or the text of the code")).to_be_hidden()
    page.get_by_role("link", name="Check that with a share code").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Check a proof of benefit")
    context.close()


def test_in_welsh_on_a_small_screen(page, axe):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/check/scan/")
    page.get_by_role("button", name="Cymraeg").click()
    page.get_by_label("Neu destun y cod").fill(scanned(ISSUED))
    page.get_by_role("button", name="Gwirio’r testun hwn").click()
    expect(page.get_by_role("heading", name="Rydym wedi llofnodi’r prawf hwn")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Taliad Annibyniaeth Personol")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_keys_are_where_verifiers_look_for_them(page):
    answered = page.request.get("/.well-known/jwks.json")
    assert answered.headers["access-control-allow-origin"] == "*"
    assert answered.json() == published()


OTHERS = """
import { decode, encode, Tag } from 'cbor-x';
const { text, keys } = JSON.parse(process.argv[1]);
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const bytes = [];
for (const part of text.slice(4).match(/[^]{1,3}/g)) {
  const n = [...part].reduce((sum, c, i) => sum + letters.indexOf(c) * 45 ** i, 0);
  if (part.length === 3) bytes.push(n >> 8);
  bytes.push(n & 255);
}
const [head, , payload, signature] = decode(Buffer.from(bytes)).value;
const kid = Buffer.from(decode(head)[4] ?? decode(head).get(4)).toString();
const way = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const { x, y, kty, crv } = keys.find((key) => key.kid === kid);
const key = await crypto.subtle.importKey('jwk', { x, y, kty, crv }, way, false, ['verify']);
const over = encode(['Signature1', Buffer.from(head), Buffer.alloc(0), Buffer.from(payload)]);
console.log(await crypto.subtle.verify(way, key, signature, over), JSON.stringify(decode(payload)));
"""


def test_a_decoder_that_is_not_ours_agrees():
    def others(text: str) -> str:
        asked = json.dumps({"text": text, "keys": published("qr")["keys"]})
        return subprocess.run(
            [node.binary(), "--input-type=module", "-e", OTHERS, asked], cwd=SOURCE, capture_output=True, text=True, check=True
        ).stdout

    said = others(scanned(ISSUED))
    assert said.startswith("true")
    assert "PABCD-EFGH" in said
    assert others(changed(scanned(ISSUED), 150)).startswith("false")

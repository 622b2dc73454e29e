"""Scan a proof: a page that, once opened, checks the signed code of a proof without a network, and says what it did not check."""

from __future__ import annotations

import json
from importlib import resources

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from customerview.identity import audience
from customerview.instructions import BENEFITS
from customerview.instructions.awards_and_payments.facts import COMPONENTS, FREQUENCIES
from customerview.instructions.proofs.facts import PURPOSES
from customerview.kernel import Words
from customerview.kernel.words import MONTHS
from customerview.portals.layout import current
from customerview.proofs import LEVELS

LOADED = ("app.css", "supported.js", "app.js", "govuk-frontend.js", "scan.js", "jsqr.js", "images/favicon.svg")
"""Beside the page and the keys, what it needs when there is no network."""
SAID = {
    "good": Words("✓ We signed this proof", "✓ Rydym wedi llofnodi’r prawf hwn"),
    "good_means": Words(
        "This is what it said on the day it was issued. Compare it with the paper or screen you were shown.",
        "Dyma’r hyn a ddywedodd ar y diwrnod y’i cyhoeddwyd. Cymharwch ef â’r papur neu’r sgrin a ddangoswyd i chi.",
    ),
    "old": Words("This proof is too old", "Mae’r prawf hwn yn rhy hen"),
    "old_means": Words(
        "We signed it, but it has ended. Ask the person for a new proof.",
        "Rydym wedi ei lofnodi, ond mae wedi dod i ben. Gofynnwch i’r person am brawf newydd.",
    ),
    "bad": Words("We cannot confirm this code", "Ni allwn gadarnhau’r cod hwn"),
    "bad_means": Words(
        "It was changed, it was not read well, or it is not ours. Scan it again. If it still cannot be confirmed, do not rely on it: ask for a share code.",
        "Cafodd ei newid, ni chafodd ei ddarllen yn dda, neu nid ein cod ni ydyw. Sganiwch ef eto. Os na ellir ei gadarnhau o hyd, peidiwch â dibynnu arno: gofynnwch am god rhannu.",
    ),
    "unknown": Words("This page does not have the key for this code", "Nid oes gan y dudalen hon yr allwedd ar gyfer y cod hwn"),
    "unknown_means": Words(
        "Open this page again while you are online, so that it gets our newest keys. Then scan the code again.",
        "Agorwch y dudalen hon eto tra byddwch ar-lein, er mwyn iddi gael ein hallweddi diweddaraf. Yna sganiwch y cod eto.",
    ),
    "none": Words("There is no code in this picture", "Nid oes cod yn y llun hwn"),
    "none_means": Words(
        "Take the picture again: closer, flat, in good light, with the whole square in it.",
        "Tynnwch y llun eto: yn nes, yn fflat, mewn golau da, gyda’r sgwâr cyfan ynddo.",
    ),
    "camera": Words("We cannot use the camera", "Ni allwn ddefnyddio’r camera"),
    "camera_means": Words(
        "Allow it in your browser, or choose a picture instead.", "Caniatewch ef yn eich porwr, neu dewiswch lun yn lle hynny."
    ),
    "not_checked": Words("What was not checked", "Beth na chafodd ei wirio"),
    "not_current": Words(
        "Whether the proof is still current: a benefit can change or stop. Ask for a share code to check that.",
        "A yw’r prawf yn dal yn gyfredol: gall budd-dal newid neu ddod i ben. Gofynnwch am god rhannu i wirio hynny.",
    ),
    "not_who": Words("Whether the person who shows it is the person it names.", "Ai’r person sy’n ei ddangos yw’r person a enwir ynddo."),
    "not_paper": Words(
        "An address, or anything else on the paper that is not in this list.",
        "Cyfeiriad, nac unrhyw beth arall ar y papur nad yw yn y rhestr hon.",
    ),
    "reference": Words("Reference", "Cyfeirnod"),
    "purpose": Words("For", "Ar gyfer"),
    "name": Words("Name", "Enw"),
    "nino": Words("National Insurance number ends in", "Rhif Yswiriant Gwladol yn gorffen â"),
    "issued": Words("Issued", "Cyhoeddwyd"),
    "age": Words("Age in days", "Oed mewn dyddiau"),
    "in_payment": Words("in payment when it was issued", "yn cael ei dalu pan gafodd ei gyhoeddi"),
    "from": Words("from", "o"),
    "until": Words("until", "hyd at"),
    "ready": Words("This page now works without a network.", "Mae’r dudalen hon nawr yn gweithio heb rwydwaith."),
}


@audience("public")
@require_safe
def scan(request: HttpRequest) -> HttpResponse:
    lang = current()

    def said(pairs: dict[str, Words]) -> dict[str, str]:
        return {code: pair.say(lang) for code, pair in pairs.items()}

    words = said(SAID) | {
        "benefits": said(BENEFITS), "purposes": said({code: purpose.words for code, purpose in PURPOSES.items()}), "parts": said(COMPONENTS),
        "levels": said(LEVELS), "often": said(FREQUENCIES), "months": MONTHS[lang],
    }  # fmt: skip
    page = render(request, "verifier/scan.html", {"words": words})
    page.headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"
    return page


@audience("public")
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the page for when there is no network. It changes whenever what it keeps does."""
    page = reverse("verifier:scan")
    keep = [page, reverse("well_known:jwks"), *(static(name) for name in LOADED)]
    begins = f"const PAGE = {json.dumps(page)};\nconst KEEP = {json.dumps(keep)};\n"
    source = (resources.files(__package__) / "scan_worker.js").read_text()
    return HttpResponse(begins + source, content_type="text/javascript; charset=utf-8")

"""Sign up on one page; then one page where an organisation, known by its code, sees where it stands and makes and stops its keys."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from customerview.identity import audience, digest_of, for_a_moment, may_try, new_key, new_sign_up_code, organisation, place_of
from customerview.instructions import catalogue
from customerview.instructions.organisations.api_keys import MakeApiKey, StopApiKey
from customerview.instructions.organisations.ask_to_sign_up import AskToSignUp
from customerview.kernel import Action, Actor, Record, Words
from customerview.ledger import reading, writing
from customerview.perform import Invalid, NotDone, perform
from customerview.portals.forms import Form, carry_out
from customerview.portals.layout import t

SEND = Words("Sign up", "Cofrestru")
TOO_MANY = Words("There were too many from here today. Try again tomorrow.", "Bu gormod oddi yma heddiw. Rhowch gynnig arall arni yfory.")
NO_SUCH_CODE = Words("Enter the code you were given when you signed up", "Rhowch y cod a roddwyd i chi pan wnaethoch gofrestru")


@audience("public")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """Who, which kind, whom to ask and why. The code is shown once, and is kept nowhere."""
    nobody = catalogue().fold.empty(UUID(int=0))
    if request.method != "POST":
        return render(request, "organisation/sign_up.html", {"form": Form(AskToSignUp, nobody, button=SEND), "too_many": ""})
    form, code = Form.posted(request, AskToSignUp, nobody, button=SEND), new_sign_up_code()
    form.read()
    if not form.problems and not may_try(digest_of("organisations", place_of(request))):
        return render(request, "organisation/sign_up.html", {"form": form, "too_many": t(TOO_MANY)}, status=429)
    form.problems = []
    by = organisation(code)
    assert by is not None and by.acting_for is not None
    with for_a_moment(by) as secret:
        request.actor, request.access = by, secret  # type: ignore[attr-defined]
        done = carry_out(request, form, by.acting_for)
        request.actor, request.access = None, ""  # type: ignore[attr-defined]
    if done is None:
        return render(request, "organisation/sign_up.html", {"form": form, "too_many": ""}, status=form.status)
    return render(request, "organisation/signed_up.html", {"code": _in_groups(code)})


@audience("public")
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest) -> HttpResponse:
    """Where it stands. A wrong code and one that was never given are answered alike."""
    code = request.POST.get("code", "")[:100]
    by = organisation(code)
    if request.method != "POST":
        return _ask(request)
    if by is None:
        return _ask(request, t(NO_SUCH_CODE), 422)
    with for_a_moment(by) as secret:
        if not _record(by, secret).begun:
            return _ask(request, t(NO_SUCH_CODE), 422)
        said = _done(request.POST, by, secret)
        told = _record(by, secret).organisation
    return render(request, "organisation/status.html", {"told": told, "code": code, "said": said})


def _ask(request: HttpRequest, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "organisation/code.html", {"problem": problem}, status=status)


def _done(sent: Any, by: Actor, secret: str) -> dict[str, str]:
    """What was asked for beside looking: a new key, whose secret is shown now and never again, or an end to one."""
    try:
        match sent.get("do", ""):
            case "make":
                client, key, kept = new_key()
                _perform(MakeApiKey(client=client, secret_hash=kept), by, secret)
                return {"client": client, "secret": key}
            case "stop":
                _perform(StopApiKey(client=sent.get("client", "")[:60]), by, secret)
                return {"stopped": sent.get("client", "")[:60]}
    except Invalid as wrong:
        return {"problem": t(wrong.problems[0].words)}
    except NotDone as why:
        return {"problem": t(why.words)}
    return {}


def _perform(action: Action, by: Actor, secret: str) -> None:
    assert by.acting_for is not None
    perform(action, on=by.acting_for, by=by, ledger=writing(secret, catalogue()), catalogue=catalogue())


def _record(by: Actor, secret: str) -> Record:
    assert by.acting_for is not None
    with reading(secret, catalogue(), by) as view:
        return view.record(by.acting_for)


def _in_groups(code: str) -> str:
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))

"""A contact from its start to its end: it gives the look its reason, its notes are kept as they are typed, and what is done in it is
listed under it. It ends with the recognition questions, what a yes starts, and a summary in the customer's words."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views.decorators.http import require_http_methods, require_POST

from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.instructions.contacts.answer_recognition_questions import AnswerRecognitionQuestions
from customerview.instructions.contacts.end_contact import EndContact
from customerview.instructions.contacts.facts import CHANNELS, CHECKS, PARTIES, QUESTIONS
from customerview.instructions.contacts.note_contact import NoteContact
from customerview.instructions.contacts.pick_up_contact import PickUpContact
from customerview.instructions.contacts.slices import Contact
from customerview.instructions.contacts.start_contact import StartContact
from customerview.kernel import Words, in_words
from customerview.perform import may_do
from customerview.portals.forms import Form, carry_out

from . import contact_state
from .before_you_speak import before_you_speak, read_out
from .contact_state import cause_of
from .customer import head
from .doable import address, in_the_way_of
from .opening import Opened, about_a_customer, close_record, open_record, opened
from .pages import show
from .timeline import entry
from .what_you_can_do import suggested

AT_ONCE = ("danger", "death")
"""What is recorded the moment it is heard, not only at the end: one click away during every contact. Danger to life is on every page."""

STARTS = {
    "health": ("record_need", "refer_for_assessment"), "death": ("report_death", "doubt_death"),
    "change": ("change_address", "change_phone", "record_information_on_entitlement"),
    "somebody_else": ("record_consent", "settle_third_party_standing", "notice_need_of_appointee", "receive_power_to_act", "record_authority"), "help": ("offer_support", "record_need", "agree_adjustment"),
    "request": ("record_request", "promise_call_back", "chase_progress"), "danger": ("say_take_care", "record_need"),
}  # fmt: skip
"""What a yes can be acted on with at once, beside recording what was done about it."""

DONE_SHOWN = 100


@audience("colleague")
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, stream: UUID) -> HttpResponse:
    """Starting asks nothing of the record: it is not open yet."""
    nobody = catalogue().fold.empty(stream)
    form = Form.posted(request, StartContact, nobody) if request.method == "POST" else Form(StartContact, nobody)
    form.button = Words("Start", "Dechrau")
    if request.method == "POST":
        values = form.read()
        if not form.problems:
            who = f"with {PARTIES[values['party']].en}, checked {CHECKS[values['checked']].en}"
            open_record(request, stream, f"{CHANNELS[values['channel']].en[:1].upper()}{CHANNELS[values['channel']].en[1:]}, {who}")
            done = carry_out(request, form, stream)
            if done is not None:
                began = done.facts[0]
                with opened(request, stream) as here:
                    contact_state.begin(
                        request, stream, began.number, values["channel"], here.record.person.called or "the customer", began.at
                    )
                return HttpResponseRedirect(f"/staff/customers/{stream}")
        form.status = form.status if form.status != 200 else 422
    return show(request, "contact_start.html", {"form": form, "stream": stream}, status=form.status)


class Done(NamedTuple):
    """What was done in a contact."""

    sentence: str
    when: str


def the_contact(request: HttpRequest, here: Opened) -> Contact:
    """The contact this colleague has open with this customer, taken up again if their session lost it. 404 when there is none."""
    found = here.record.contacts.of(request.actor.code)
    if found is None:
        others = list(here.record.contacts.open.values())
        if not others:
            contact_state.over(request)
            raise Http404
        return others[-1]
    held = contact_state.contact_in_progress(request)
    if held is None or held.number != found.number:
        contact_state.begin(
            request, here.record.stream, found.number, found.channel, here.record.person.called or "the customer", found.started
        )
    return found


def done_in(here: Opened, contact: Contact) -> list[Done]:
    """The facts that came of a contact, oldest first."""
    facts = [f for f in here.view.timeline(here.record.stream, limit=DONE_SHOWN) if f.cause == cause_of(contact.number)]
    said = [
        entry(f, here.asked.by)
        for f in reversed(facts)
        if type(f.fact).__name__ not in ("ContactNoted", "RecognitionAnswered", "DangerAnswered", "AllegationAnswered", "PlanStepNoted")
    ]
    return [Done(e.sentence, e.when) for e in said if e]


@audience("colleague")
@about_a_customer
@require_http_methods(["GET", "POST"])
def contact_page(request: HttpRequest, stream: UUID) -> HttpResponse:
    """The contact: notes, what was heard, what was done. Another colleague's can be picked up."""
    with opened(request, stream) as here:
        contact = the_contact(request, here)
        mine = contact.by == request.actor.code
        form = note_form(here, contact)
        context = head(request, here, "contact") | {
            "form": form, "mine": mine, "held": contact, "what": CHANNELS[contact.channel].en, "party": PARTIES[contact.party].en,
            "checked": CHECKS[contact.checked].en, "since": in_words(contact.started, time=True), "done": done_in(here, contact),
            "heard": [(QUESTIONS[q].en, question_address(here, contact, q)) for q in AT_ONCE if q not in contact.answers or not contact.answers[q]],
            "started": started(here, contact), "before": before_you_speak(here.record, here.asked, catalogue()), "read_out": read_out(here.record, here.asked, catalogue()),
        }  # fmt: skip
    if request.method == "POST" and not mine:
        pick_up = Form.posted(request, PickUpContact, here.whole, given={"contact": contact.number})
        if carry_out(request, pick_up, stream, cause=cause_of(contact.number)):
            contact_state.begin(
                request, stream, contact.number, contact.channel, here.record.person.called or "the customer", contact.started
            )
        return HttpResponseRedirect(request.path)
    return show(request, "contact.html", context)


def note_form(here: Opened, contact: Contact) -> Form:
    known = {name: getattr(contact, name) for name in ("reported", "agreed", "follows", "note")}
    return Form(NoteContact, here.whole, given={"contact": contact.number}, known=known, button=Words("Save notes", "Cadw nodiadau"))


def question_address(here: Opened, contact: Contact, question: str) -> str:
    return address(here.record.stream, "answer_recognition_question", {"contact": contact.number, "question": question})


@audience("colleague")
@about_a_customer
@require_POST
def notes(request: HttpRequest, stream: UUID) -> HttpResponse:
    """Keep the notes as typed: sent by the page a moment after typing, or by its button where there are no scripts."""
    by_itself = "application/json" in request.headers.get("Accept", "")
    with opened(request, stream) as here:
        contact = the_contact(request, here)
        form = Form.posted(request, NoteContact, here.whole, given={"contact": contact.number})
    if by_itself:
        form.key = ""  # each saving says something else
    typed = form.read()
    unchanged = all(typed.get(name, "") == getattr(contact, name) for name in ("reported", "agreed", "follows", "note"))
    form.problems.clear()
    if not unchanged and carry_out(request, form, stream, cause=cause_of(contact.number)) is None:
        return (
            JsonResponse({"saved": False}, status=form.status) if by_itself else HttpResponseRedirect(f"/staff/customers/{stream}/contact")
        )
    if by_itself:
        return JsonResponse({"saved": True})
    request.session["done"] = "Notes saved."
    return HttpResponseRedirect(f"/staff/customers/{stream}/contact")


@audience("colleague")
@about_a_customer
@require_http_methods(["GET", "POST"])
def questions(request: HttpRequest, stream: UUID) -> HttpResponse:
    """The recognition questions, all on one page. Only what was heard and recorded in this contact is filled in."""
    with opened(request, stream) as here:
        contact = the_contact(request, here)
        given = {"contact": contact.number}
        if request.method == "POST":
            form = Form.posted(request, AnswerRecognitionQuestions, here.whole, given=given)
        else:
            form = Form(AnswerRecognitionQuestions, here.whole, given=given, known=contact.answers)
        context = head(request, here, "contact") | {"form": form}
    if request.method == "POST" and carry_out(request, form, stream, cause=cause_of(contact.number)):
        return HttpResponseRedirect(f"/staff/customers/{stream}/contact/end")
    return show(request, "contact_questions.html", context, status=form.status)


@audience("colleague")
@about_a_customer
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, stream: UUID) -> HttpResponse:
    """What a yes started, what was promised, and the summary that the customer can read."""
    with opened(request, stream) as here:
        contact = the_contact(request, here)
        if request.method == "GET" and any(q not in contact.answers for q in QUESTIONS):
            return HttpResponseRedirect(f"/staff/customers/{stream}/contact/questions")
        given = {"contact": contact.number}
        form = (
            Form.posted(request, EndContact, here.whole, given=given)
            if request.method == "POST"
            else Form(EndContact, here.whole, given=given)
        )
        form.button = Words(contact_state.END.get(contact.channel, "Finish"), "Gorffen")
        done = done_in(here, contact)
        context = head(request, here, "contact") | {
            "form": form,
            "started": started(here, contact),
            "done": done,
            "promise": promise_address(request, here),
        }
    if request.method == "POST" and carry_out(request, form, stream, cause=cause_of(contact.number)):
        contact_state.over(request)
        close_record(request, stream)
        request.session["done"] = "The contact has ended, and its summary can be read by the customer."
        return HttpResponseRedirect("/staff/")
    context["satisfied_by"] = [in_the_way_of(o, given, here.whole, catalogue()) for o in form.outcomes]
    return show(request, "contact_end.html", context, status=form.status)


def promise_address(request: HttpRequest, here: Opened) -> str:
    """Where a call back is promised; "" for whoever may not."""
    action = catalogue().actions.get("promise_call_back")
    may = action is not None and may_do(action, request.actor, here.whole, catalogue()) is None
    return address(here.record.stream, "promise_call_back", {}) if may else ""


def started(here: Opened, contact: Contact) -> list[dict[str, Any]]:
    """What each yes of this contact started and is still open, with what it can be acted on with."""
    known, found = catalogue(), []
    ways = suggested(here.whole, here.asked, known)
    for owed in here.whole.duties.begun(here.asked.today):
        number, _, question = owed.per.partition(":")
        if number != str(contact.number) or question not in QUESTIONS:
            continue
        actions = [("Go to the six point plan", f"/staff/customers/{here.record.stream}/danger")] if question == "suicide" else []
        actions += [(d.title, d.href) for d in ways if d.why_due == owed.id]
        for name in STARTS.get(question, ()):
            action = known.actions.get(name)
            if action and may_do(action, here.asked.by, here.whole, known) is None:
                actions.append((action.about.title.en, address(here.whole.stream, name, {})))
        found.append({"words": known.duties[owed.duty].words.en, "actions": actions, "harm": owed.harm})
    return found

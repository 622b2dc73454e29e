"""An action asked over several pages: one thing on each, then check answers, then done with a reference.

What was typed waits in the session, on our side, until it is sent or the person signs out.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec
from django.http import HttpRequest

from customerview.instructions import catalogue
from customerview.kernel import Action, Actor, Problem, Record, Words
from customerview.perform import Performed
from customerview.portals.layout import current, t

from .asking import Question, questions, read
from .doing import do
from .form import Form, lists
from .read_back import in_their_words

ANSWERS = "answers"


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The fields asked on one page. `title` heads it when there are several, or words stand before them: `before`, a template."""

    fields: tuple[str, ...]
    title: Words | None = None
    before: str = ""
    when: Callable[[Mapping[str, list[str]]], bool] = lambda raw: True
    """Whether it is asked at all, given the answers so far."""
    known: bool = False
    """True: where it is begun with an answer we hold it is passed over on the way; it stands on check answers and can be changed there."""
    fits: Callable[[Mapping[str, list[str]]], bool] = lambda raw: True
    """Whether an answer we hold goes with the others: where it does not, its page is asked after all."""
    offers: Callable[[Actor, Record, Mapping[str, list[str]]], Mapping[str, Collection[str]]] | None = None
    """Which answers each question offers this person, where not all of them."""
    at: str = ""
    """The name of the address of a page of its own, which asks in its own way and gives the answer by `Steps.give`; the last field is what is read back."""
    rests_on: tuple[str, ...] = ()
    """Fields of other pages: when one of them is answered otherwise, this page is asked afresh."""


class Steps:
    """One action, page by page. `known` begins it with what the record holds; `given` are hidden fields its link may set."""

    def __init__(
        self, name: str, *pages: Page, known: Callable[[Record], dict[str, Any]] = lambda record: {}, given: Sequence[str] = (),
        title: Words | None = None, send: Words | None = None, after: Words | None = None, back: str = "", private: bool = False,
        beside: Callable[[Actor, Record, Action], dict[str, Any]] | None = None, check: str = "",
        then: Callable[[HttpRequest, UUID, Performed], str] | None = None, measured: bool = False,
    ) -> None:  # fmt: skip
        """`check` is a template shown with the answers, told what `beside` makes of the action as answered so far; `then` does what
        follows once it is done and gives the address of its own confirmation; how it goes is counted when it is `measured`."""
        self.name, self.pages, self.known, self.given, self.back, self.private = name, pages, known, given, back, private
        self.send = send or Words("Confirm and send", "Cadarnhau ac anfon")
        self.after, self.beside, self.check, self.then, self.measured = after, beside, check, then, measured
        self._title = title

    @property
    def action(self) -> type[Action]:
        return catalogue().actions[self.name]

    @property
    def title(self) -> Words:
        return self._title or self.action.about.title

    def answers(self, request: HttpRequest) -> dict[str, Any] | None:
        """What was answered so far; None when it was not begun."""
        return request.session.get(ANSWERS, {}).get(self.name)

    def begin(self, request: HttpRequest, record: Record) -> None:
        """Afresh: the number of the last fact seen, and a key of its own."""
        raw: dict[str, list[str]] = {name: [request.GET[name][:100]] for name in self.given if name in request.GET}
        known = {name: value for name, value in self.known(record).items() if value not in (None, "", [], ())}
        held = [n for n, page in enumerate(self.pages, 1) if page.known and all(name in known for name in page.fields)]
        raw |= Form(self.action, record, known=known).raw | raw
        self._keep(request, {"raw": raw, "seen": record.number, "key": secrets.token_urlsafe(18), "asked": [], "held": held})

    def _keep(self, request: HttpRequest, answers: dict[str, Any] | None) -> None:
        held = dict(request.session.get(ANSWERS, {}))
        if answers is None:
            held.pop(self.name, None)
        else:
            held[self.name] = answers
        request.session[ANSWERS] = held

    def asked_pages(self, raw: Mapping[str, list[str]]) -> list[int]:
        """The numbers of the pages that are asked, given the answers so far; the first is 1."""
        return [n for n, page in enumerate(self.pages, 1) if page.when(raw)]

    def page_before(self, answers: Mapping[str, Any], number: int | None = None) -> int:
        """Where "Back" goes from a page, or from check answers: the page asked before it; nought when there is none."""
        asked = [n for n in self.asked_pages(answers["raw"]) if not self._held(n, answers) and (number is None or n < number)]
        return asked[-1] if asked else 0

    def form(self, request: HttpRequest, record: Record, number: int) -> Form:
        """One page's form, as last answered, or as it was just posted."""
        held = self.answers(request)
        assert held is not None
        page = self.pages[number - 1]
        raw = {**held["raw"], **self._unticked(record, page), **lists(request.POST)} if request.method == "POST" else held["raw"]
        form = Form(self.action, record, only=page.fields, title=page.title, raw=raw, seen=held["seen"], key=held["key"])
        if page.offers:
            offered = page.offers(request.actor, record, held["raw"])  # type: ignore[attr-defined]
            form.questions = [_offering(q, offered[q.name]) if q.name in offered else q for q in form.questions]
        if len(form.questions) == 1 and page.title is None:
            form.one_thing = True
            form.title = form.questions[0].field.question
        return form

    def _unticked(self, record: Record, page: Page) -> dict[str, list[str]]:
        """A browser says nothing of boxes that are not ticked."""
        return {box: [] for q in questions(self.action, record, page.fields) for box in q.boxes}

    def take(self, request: HttpRequest, record: Record, number: int) -> tuple[Form, bool]:
        """The page as posted, and whether it can go on; what was typed is kept only then."""
        form = self.form(request, record, number)
        form.read()
        if form.problems:
            form.status = 422
            return form, False
        held = self.answers(request)
        assert held is not None
        boxes = {box for q in form.questions for box in q.boxes}
        before = {box: held["raw"].get(box, []) for box in boxes}
        held["raw"] |= {box: form.raw.get(box, []) for box in boxes}
        changed = {q.name for q in form.questions if any(before[box] != held["raw"][box] for box in q.boxes)}
        afresh = [n for n, page in enumerate(self.pages, 1) if changed & set(page.rests_on)]
        for n in afresh:
            held["raw"] |= {box: [] for q in questions(self.action, record, self.pages[n - 1].fields) for box in q.boxes}
        held["asked"] = sorted({*held["asked"], number} - set(afresh))
        self._keep(request, held)
        return form, True

    def give(self, request: HttpRequest, at: str, values: Mapping[str, str]) -> bool:
        """The answer of a page of its own. False when the action was not begun."""
        held = self.answers(request)
        if held is None:
            return False
        number = next(n for n, page in enumerate(self.pages, 1) if page.at == at)
        held["raw"] |= {name: [text] for name, text in values.items()}
        held["asked"] = sorted({*held["asked"], number})
        self._keep(request, held)
        return True

    def first_unasked(self, request: HttpRequest) -> int | None:
        """The first page that has not been answered; None when all have."""
        held = self.answers(request)
        assert held is not None
        return next((n for n in self.asked_pages(held["raw"]) if not self._held(n, held) and not self._answered(n, held)), None)

    def _held(self, number: int, answers: Mapping[str, Any]) -> bool:
        """Whether a page is passed over: we hold its answer, and that goes with the others."""
        return number in answers.get("held", ()) and self.pages[number - 1].fits(answers["raw"])

    def _answered(self, number: int, answers: Mapping[str, Any]) -> bool:
        return number in answers["asked"] and self.pages[number - 1].fits(answers["raw"])

    def so_far(self, request: HttpRequest, record: Record) -> dict[str, Any]:
        """What `beside` makes of the answers so far; nothing when they make no whole action yet."""
        held = self.answers(request)
        if self.beside is None or held is None:
            return {}
        values, _ = read(questions(self.action, record, self._fields(held["raw"])), held["raw"])
        try:
            action = self.action(**values)
        except TypeError:
            return {}
        return self.beside(request.actor, record, action)  # type: ignore[attr-defined]

    def _fields(self, raw: Mapping[str, list[str]]) -> list[str]:
        return [name for n in self.asked_pages(raw) for name in self.pages[n - 1].fields]

    def rows(self, request: HttpRequest, record: Record) -> list[dict[str, Any]]:
        """For check answers: question, answer, and the page to change it on."""
        held = self.answers(request)
        assert held is not None
        shown = []
        for n in self.asked_pages(held["raw"]):
            asked = questions(self.action, record, self.pages[n - 1].fields)
            values, _ = read(asked, held["raw"])
            shown += [
                {"question": without_optional(t(q.field.question)), "answer": in_their_words(q, values.get(q.name, ""), current()), "page": n}
                for q in asked if (not q.field.hidden or (self.pages[n - 1].at and q.name == self.pages[n - 1].fields[-1])) and not (self.pages[n - 1].known and q.kind == "choice" and len(q.choices) == 1)
            ]  # fmt: skip
        return shown

    def send_it(self, request: HttpRequest, record: Record, stream: UUID) -> tuple[Form, Performed | None]:
        """Do it. When it cannot be done the form says why, and the answers stay."""
        held = self.answers(request)
        assert held is not None
        raw = held["raw"]
        form = Form(self.action, record, only=[*self._fields(raw), *self.given], raw=raw, seen=held["seen"], key=held["key"])
        form.reason = request.POST.get("_reason", "").strip()[:1000]
        values = form.read()
        done = None if form.problems else do(request, self.action(**values), form, stream)
        if done is not None:
            self._keep(request, None)
            return form, done
        form.status = form.status if form.status != 200 else 422
        held["seen"] = form.seen
        self._keep(request, held)
        return form, None

    def pages_of(self, problems: Sequence[Problem], raw: Mapping[str, list[str]]) -> dict[str, int]:
        """On which page each field that is wrong can be mended."""
        return {p.field: n for p in problems for n in self.asked_pages(raw) if p.field in self.pages[n - 1].fields}


def _offering(question: Question, values: Collection[str]) -> Question:
    return msgspec.structs.replace(question, choices=tuple(c for c in question.choices if c.value in values))


def without_optional(text: str) -> str:
    return text.removesuffix(" (optional)").removesuffix(" (dewisol)")


ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def reference(stream: UUID, number: int) -> str:
    """What somebody can write down and say on the phone of what they sent: no look-alike letters, and nothing about them in it."""
    mixed = int.from_bytes(sha256(f"{stream}:{number}".encode()).digest()[:5])
    letters = "".join(ALPHABET[(mixed >> shift) & 31] for shift in range(0, 40, 5))
    return f"{letters[:4]}-{letters[4:]}"

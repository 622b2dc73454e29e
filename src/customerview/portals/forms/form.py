"""A form on a page: an action's questions with what was typed, what is wrong with it, and what stands in the way of doing it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, QueryDict

from customerview.kernel import Action, Outcome, Problem, Record, Recorded, Words
from customerview.portals import layout as language

from .asking import Question, Raw, questions, read
from .read_back import as_typed

SEEN, KEY, REASON, PROPOSE = "_seen", "_key", "_reason", "_propose"
"""What every form carries beside its questions: the number of the last fact seen, the key that makes a double click harmless,
the reason a guard asked for, and that it may wait for a second person."""


class Form:
    """Made for each showing. `title` and `button` are what the page says; the rest is drawn by forms/form.html."""

    def __init__(
        self, action: type[Action], record: Record, *, title: Words | None = None, button: Words | None = None,
        only: Iterable[str] | None = None, known: Mapping[str, Any] | None = None, raw: Raw | None = None,
        given: Mapping[str, Any] | None = None, seen: int | None = None, key: str = "", reason: str = "",
    ) -> None:  # fmt: skip
        """`known` begins the form with values; `raw` shows it again as it was typed; `given` are the fields no box asks for."""
        self.action, self.record = action, record
        self.title = title or action.about.title
        self.button = button or Words("Continue", "Parhau")
        self.questions = questions(action, record, only)
        self.given = dict(given or {})
        self.raw: dict[str, list[str]] = {}
        for question in self.questions:
            value = (known or {}).get(question.name, self.given.get(question.name, question.default))
            if raw is None:
                self.raw |= as_typed(question, value)
        self.raw |= {name: list(texts) for name, texts in (raw or {}).items()}
        self.seen = record.number if seen is None else seen
        self.key = key or secrets.token_urlsafe(18)
        self.reason = reason
        self.problems: list[Problem] = []
        self.outcomes: list[Outcome] = []
        self.news: list[Recorded] = []
        self.status = 200
        self.one_thing = False

    @classmethod
    def posted(cls, request: HttpRequest, action: type[Action], record: Record, **more: Any) -> Form:
        """The form as it came back."""
        sent = request.POST
        return cls(
            action, record, raw=lists(sent), seen=_number(sent.get(SEEN)), key=sent.get(KEY, "")[:100],
            reason=sent.get(REASON, "").strip()[:1000], **more,
        )  # fmt: skip

    def read(self) -> dict[str, Any]:
        """The values typed, with the given ones; what is wrong is kept in `problems`."""
        asked = [q for q in self.questions if q.name not in self.given]
        values, problems = read(asked, self.raw)
        self.problems += problems
        return {**values, **self.given}

    def error(self, name: str) -> str:
        """What is wrong with one question, in the reader's language."""
        return " ".join(language.t(p.words) for p in self.problems if p.field == name)

    @property
    def summary(self) -> list[dict[str, str]]:
        """For the error summary: each problem, linked to its first box."""
        boxes = {q.name: q.first_box for q in self.questions if not q.field.hidden}
        return [{"text": language.t(p.words), "href": f"#{boxes.get(p.field, 'form')}"} for p in self.problems]

    @property
    def is_wrong(self) -> bool:
        return bool(self.problems or self.outcomes)

    @property
    def page_title(self) -> str:
        """For the page's <title>: an error is told first."""
        title = language.t(self.title)
        return f"{language.t('Error: ', 'Gwall: ')}{title}" if self.is_wrong else title

    @property
    def wants_reason(self) -> bool:
        return any(o.kind == "reason" for o in self.outcomes)

    @property
    def may_wait(self) -> bool:
        """True when only a second person's agreement is missing."""
        return bool(self.outcomes) and all(o.kind == "approval" for o in self.outcomes)

    @property
    def stops(self) -> bool:
        """True when something other than a reason stands in the way."""
        return any(o.kind != "reason" for o in self.outcomes)

    @property
    def news_said(self) -> list[str]:
        """What happened meanwhile, in words this reader may have."""
        audience = "customer" if self.for_customer else "line"
        said = [f.say(audience, language.current()) for f in self.news]
        return [s for s in said if s] or [language.t(SOMETHING_CHANGED)]

    for_customer = True

    @property
    def shown(self) -> list[dict[str, Any]]:
        """What the template draws: one entry a question, its kind, words, boxes and error."""
        return [self._drawn(q) for q in self.questions if (q.name not in self.given or q.field.hidden) and not _offers_nothing(q)]

    def _drawn(self, question: Question) -> dict[str, Any]:
        asked = question.field
        label = language.t(asked.question)
        optional = not question.required and not question.min_length and question.kind not in ("choice", "choices", "yes_no")
        if optional and not label.endswith(")"):
            label += language.t(" (optional)", " (dewisol)")
        return {
            "name": question.name, "kind": "hidden" if asked.hidden else question.kind, "question": label,
            "hint": language.t(asked.hint) if asked.hint else "", "error": self.error(question.name), "heading": self.one_thing,
            "choices": [
                {"value": c.value, "text": language.t(c.label), "hint": language.t(c.hint) if c.hint else ""} for c in question.choices
            ],
            "typed": self.raw.get(question.name, []), "value": (self.raw.get(question.name) or [""])[-1],
            "parts": {box.rpartition("-")[2]: (self.raw.get(box) or [""])[-1] for box in question.boxes},
            "autocomplete": asked.autocomplete, "max_length": question.max_length or 0,
        }  # fmt: skip


def _offers_nothing(question: Question) -> bool:
    """Nothing in this record to choose from, and it may be left out: there is nothing to ask."""
    return callable(question.field.choices) and not question.choices and not question.required and not question.min_length


SOMETHING_CHANGED = Words("Something in this record has changed.", "Mae rhywbeth yn y cofnod hwn wedi newid.")


def lists(sent: QueryDict) -> dict[str, list[str]]:
    """Everything that was typed, without what the form carries for itself."""
    return {name: [str(t) for t in texts] for name, texts in sent.lists() if not name.startswith("_") and name != "csrfmiddlewaretoken"}


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None

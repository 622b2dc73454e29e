"""A value as somebody would have typed it, and as it is read back to them before it is sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from customerview.kernel import LONDON, in_words, pounds

from . import sentences as say
from .asking import Question


def as_typed(question: Question, value: Any) -> dict[str, list[str]]:
    """What somebody would have typed to give this value: to begin a form with what is known."""
    if value is None or value == "":
        return {}
    if question.kind in ("date", "moment") and isinstance(value, date):
        parts = [str(value.day), str(value.month), str(value.year)]
        if isinstance(value, datetime):
            parts = [*parts[:3], value.astimezone(LONDON).strftime("%H:%M")]
        return {box: [part] for box, part in zip(question.boxes, parts, strict=False)}
    if question.kind == "choices":
        return {question.name: [str(one) for one in value]}
    if question.kind == "yes_no":
        return {question.name: ["yes" if value else "no"]}
    if question.kind == "money":
        return {question.name: [f"{value / 100:.2f}"]}
    return {question.name: [str(value)]}


def in_their_words(question: Question, value: Any, lang: str) -> str:
    """A value for reading: on the page where answers are checked."""
    if question.kind == "choices" and not value:
        return say.NOTHING_CHOSEN.say(lang)
    if value is None or value in ("", (), []):
        return say.NOT_GIVEN.say(lang)
    if question.kind in ("choice", "choices"):
        labels = {c.value: c.label.say(lang) for c in question.choices}
        chosen = [value] if isinstance(value, str) else value
        return "\n".join(text[:1].upper() + text[1:] for one in chosen if (text := labels.get(str(one), str(one))))
    if isinstance(value, bool):
        return (say.YES if value else say.NO).say(lang)
    if isinstance(value, datetime):
        return in_words(value, lang, time=True)
    if isinstance(value, date):
        return in_words(value, lang)
    return pounds(value) if question.kind == "money" else str(value)

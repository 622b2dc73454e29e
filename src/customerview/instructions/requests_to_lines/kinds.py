"""What a line can be asked to do about an award: the words that finish "We asked the team that pays it to …", and whose answer it is."""

from __future__ import annotations

import msgspec

from customerview.kernel import Words, speak_as

from ..directory import team


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of request. `function`: which of the line's teams owes the answer."""

    words: Words
    to_you: Words
    function: str = "case"


KINDS = {
    "pay_arrears": Kind(words=Words("pay the arrears it owes", "dalu'r ôl-ddyledion sy'n ddyledus ganddo"),
                        to_you=Words("pay the money it still owes you", "dalu'r arian sy'n dal yn ddyledus i chi"), function="payments"),
    "pay_again": Kind(words=Words("make a payment again that did not arrive", "wneud taliad eto na chyrhaeddodd"),
                      to_you=Words("make the payment again that did not reach you", "wneud y taliad na chyrhaeddodd chi eto"), function="payments"),
    "change_payment": Kind(words=Words("change the day or the account of the payments", "newid diwrnod neu gyfrif y taliadau"),
                           to_you=Words("change how you are paid, as you told us", "newid sut rydych yn cael eich talu, fel y dywedoch wrthym"),
                           function="payments"),
    "lift_suspension": Kind(words=Words("lift the suspension", "godi'r ataliad"),
                            to_you=Words("start your payments again", "ailddechrau eich taliadau"), function="decisions"),
    "look_again": Kind(words=Words("look again at a decision", "edrych eto ar benderfyniad"),
                       to_you=Words("look again at a decision, with what you told us", "edrych eto ar benderfyniad, gyda'r hyn a ddywedoch wrthym"),
                       function="decisions"),
    "correct_record": Kind(words=Words("put its record right", "gywiro ei gofnod"),
                           to_you=Words("put right something it holds about you", "gywiro rhywbeth sydd ganddo amdanoch")),
    "explain": Kind(words=Words("explain a payment, or send what it holds", "egluro taliad, neu anfon yr hyn sydd ganddo"),
                    to_you=Words("explain a payment, or send what it holds", "egluro taliad, neu anfon yr hyn sydd ganddo")),
    "hold_meanwhile": Kind(words=Words("stop a letter or a deduction meanwhile", "atal llythyr neu ddidyniad yn y cyfamser"),
                           to_you=Words("stop a letter or a deduction for now", "atal llythyr neu ddidyniad am y tro"), function="payments"),
    "call_customer": Kind(words=Words("call the customer with an answer", "ffonio'r cwsmer gydag ateb"),
                          to_you=Words("call you with an answer", "eich ffonio gydag ateb")),
}  # fmt: skip
"""The kinds, by their stable codes."""

OUTCOMES = {
    "done": Words("it is done", "mae wedi'i wneud"),
    "refused": Words("it will not be done", "ni fydd yn cael ei wneud"),
    "needs_more": Words("something more is needed first", "mae angen rhywbeth arall yn gyntaf"),
    "not_ours": Words("it is for another team", "mater i dîm arall ydyw"),
}
FINAL = ("done", "refused", "not_ours")
"""Answers after which nothing more is owed by the line. A second one that says otherwise contradicts it."""


def answering_team(what: str, line: str) -> str:
    """The team of the line that owes the answer; whoever pays no benefit is one team."""
    return team(line, KINDS[what].function if what in KINDS else "case")


def _said(table: dict[str, Words], code: object, lang: str) -> str:
    return table[str(code)].say(lang) if str(code) in table else str(code)


speak_as("asked_of_line", lambda code, lang: _said({what: kind.words for what, kind in KINDS.items()}, code, lang))
speak_as("asked_for_you", lambda code, lang: _said({what: kind.to_you for what, kind in KINDS.items()}, code, lang))
speak_as("line_answer", lambda code, lang: _said(OUTCOMES, code, lang))

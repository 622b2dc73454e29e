"""A wrong declaration is refused when the house is built, and the message says which and why."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from customerview.kernel import Action, Fact, Figures, WrongDeclaration, asks, duty, fact, guard, records, refused

from .village import FIGURES, RULES, MessageReceived, PaymentSuspended, Registered, ResumePayment, SendMessage, chapter, village


def with_rule(**rules) -> None:
    named = [msgspec.structs.replace(r, name=n, rule=n) for n, r in (RULES | rules).items()]
    village(rules=named)


def with_action(action: type[Action]) -> None:
    village(actions=[*chapter().actions, action])


def test_a_duty_nobody_can_discharge_is_refused():
    with pytest.raises(WrongDeclaration, match="endless is discharged by nothing"):
        with_rule(endless=duty("Worry.", after=MessageReceived, owner="x", within="due_wd", source="s"))


def test_a_duty_that_is_nobodys_is_refused():
    with pytest.raises(WrongDeclaration, match="orphan is nobody's"):
        with_rule(orphan=duty("Do it.", after=MessageReceived, until=Registered, owner="", within="due_wd", source="s"))


def test_a_duty_resting_on_no_figure_is_refused():
    with pytest.raises(WrongDeclaration, match="hasty rests on the figure soon_wd"):
        with_rule(hasty=duty("Do it.", after=MessageReceived, until=Registered, owner="x", within="soon_wd", source="s"))


def test_a_rule_without_a_source_is_refused():
    with pytest.raises(WrongDeclaration, match="hearsay has no source"):
        with_rule(hearsay=duty("Do it.", after=MessageReceived, until=Registered, owner="x", within="due_wd", source=""))


def test_a_guard_never_stops_anybody_recording():
    @guard(SendMessage, source="s")
    def no_messages(action, record, asked):
        """No messages."""
        return refused("No.")

    with pytest.raises(WrongDeclaration, match="a guard never stops recording"):
        with_rule(no_messages=no_messages)


def test_a_guard_never_stands_before_protecting_somebody():
    class Protect(Action):
        """Protect somebody."""

        about = asks("Protect", may=("agent",), protects=True)

        def facts(self, record, asked):
            return []

    @guard(Protect, source="s")
    def wait(action, record, asked):
        """Wait."""

    with pytest.raises(WrongDeclaration, match="which protects somebody"):
        with_rule(wait=wait)


def test_a_rule_that_holds_what_gives_needs_a_limit():
    @guard(ResumePayment, source="s")
    def hold(action, record, asked):
        """Hold."""

    with pytest.raises(WrongDeclaration, match="it needs a limit"):
        with_rule(hold=hold)


def test_a_guard_without_an_instruction_is_refused():
    with pytest.raises(ValueError, match="silent has no docstring"):

        @guard(SendMessage, source="s")
        def silent(action, record, asked):
            return None


def test_two_rules_of_one_name_stand_only_for_different_days():
    old = msgspec.structs.replace(RULES["answer_message"], name="answer_message", rule="answer_message", retired=date(2026, 1, 1))
    new = msgspec.structs.replace(RULES["answer_message"], name="answer_message", rule="answer_message", since=date(2026, 1, 1))
    rest = [r for r in chapter().rules if r.name != "answer_message"]
    village(rules=[*rest, old, new])
    with pytest.raises(WrongDeclaration, match="declared twice for the same days"):
        village(rules=[*rest, old, msgspec.structs.replace(new, since=date(2025, 1, 1))])


def test_an_action_nobody_may_do_or_an_unknown_role_may_do_is_refused():
    class Idle(Action):
        """Do nothing."""

        about = records("Idle", may=())

        def facts(self, record, asked):
            return []

    class Odd(Idle):
        """Do nothing oddly."""

        about = records("Odd", may=("wizard",))

    with pytest.raises(WrongDeclaration, match="Nobody may do Idle"):
        with_action(Idle)
    with pytest.raises(WrongDeclaration, match="wizard, which is no role"):
        with_action(Odd)


def test_a_code_is_never_reused():
    @fact(9004)
    class Another(Fact):
        pass

    with pytest.raises(ValueError, match=r"Another and PaymentSuspended both have the code 9004"):
        village(facts=[*chapter().facts, Another])


def test_a_kind_forgets_only_what_it_can_do_without():
    with pytest.raises(ValueError, match="must still decode when name is forgotten"):

        @fact(9100, forget=("name",))
        class Named(Fact):
            name: str


def test_a_restricted_kind_has_no_words_for_the_customer():
    from customerview.kernel import Words

    with pytest.raises(ValueError, match="no words for the customer"):

        @fact(9101, restricted="safeguarding", customer=Words("You are being watched.", "x"))
        class Watched(Fact):
            pass


def test_a_figure_needs_its_day_and_its_source():
    with pytest.raises(ValueError, match=r"answer_message\.due_wd needs a value, a day"):
        Figures.read("answer_message: {due_wd: {value: 5}}")


def test_the_house_as_it_stands_is_whole():
    assert village(FIGURES).duties["answer_message"].after == (MessageReceived,)
    assert PaymentSuspended.kind.name == "PaymentSuspended"

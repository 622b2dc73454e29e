"""Everything that is declared: kinds of fact, actions, slices, rules, figures. Checked when it is made; a wrong declaration
says which and why.

A chapter is a package whose modules declare them; what stands in a module of the chapter belongs to it. There is no other
registration.
"""

from __future__ import annotations

import hashlib
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterable
from importlib import resources
from types import ModuleType

import msgspec

from .action import EFFECTS, Action, action_name, fields_of
from .actor import Actor
from .calendar import Calendars
from .fact import Fact, FactKinds
from .facts import KERNEL_FACTS, GuardOverridden, OverrideReviewed
from .figures import Figures
from .owed import Bookkeeper
from .record import Fold, Record, Slice
from .rules import Duty, Guard, Rule, Share, View, duty
from .words import Words


class WrongDeclaration(ValueError):
    """A declaration that cannot stand. The message names it and says why."""


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A role colleagues can read aloud: its stable code, what it is called, what it is for, and the tiers it opens."""

    code: str
    title: str
    description: str
    tiers: frozenset[str] = frozenset()


class Chapter(msgspec.Struct, kw_only=True):
    """What one folder declares."""

    name: str
    title: str
    facts: list[type[Fact]] = []
    slices: list[type[Slice]] = []
    actions: list[type[Action]] = []
    rules: list[Rule] = []
    figures: str = ""
    source: bytes = b""
    """The text of the chapter: an edition of the rules is a digest over it."""


def read_chapter(package: ModuleType) -> Chapter:
    """Every declaration in the modules of a package, in the order of their names."""
    name = package.__name__.rpartition(".")[2]
    chapter = Chapter(name=name, title=inspect.cleandoc(package.__doc__ or "").split("\n")[0])
    for found in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        module = importlib.import_module(f"{package.__name__}.{found}")
        for attribute, value in vars(module).items():
            if isinstance(value, type) and value.__module__ == module.__name__:
                _declared_class(chapter, value)
            elif isinstance(value, Rule) and not value.name and not attribute.startswith("_"):
                chapter.rules.append(msgspec.structs.replace(value, name=attribute, rule=value.rule or attribute, chapter=name))
    figures = resources.files(package) / "figures.yaml"
    chapter.figures = figures.read_text() if figures.is_file() else ""
    chapter.source = _text_of(package)
    return chapter


def _text_of(package: ModuleType) -> bytes:
    files = sorted((f for f in resources.files(package).iterdir() if f.name.endswith((".py", "figures.yaml"))), key=lambda f: f.name)
    return b"".join(f.read_bytes() for f in files)


def _declared_class(chapter: Chapter, value: type) -> None:
    if issubclass(value, Fact) and "kind" in vars(value):
        chapter.facts.append(value)
    elif issubclass(value, Slice) and "slice_name" in vars(value):
        chapter.slices.append(value)
    elif issubclass(value, Action) and "about" in vars(value):
        chapter.actions.append(value)


review_override = duty(
    "Review the overriding of an instruction.",
    after=GuardOverridden, until=OverrideReviewed, per="override", owner="quality", within="override_review_wd",
    source="conventions of the learning themes",
)  # fmt: skip


class Catalogue:
    """All chapters together: what the platform knows how to do and which instructions it follows."""

    def __init__(
        self, chapters: Iterable[Chapter], *, calendars: Calendars, roles: Iterable[Role], nation: Callable[[Record], str],
        standing: Callable[[Actor, type[Action] | Action, Record], Words | None] = lambda by, action, record: None,
        figures: Figures | None = None,
    ) -> None:  # fmt: skip
        self.chapters = list(chapters)
        self.calendars, self.nation, self.standing = calendars, nation, standing
        self.roles = {role.code: role for role in roles}
        self.figures = figures or Figures.read(*(c.figures for c in self.chapters))
        self.kinds = FactKinds(KERNEL_FACTS + [f for c in self.chapters for f in c.facts])
        self.actions = {action_name(a): a for c in self.chapters for a in c.actions}
        rules = [r for c in self.chapters for r in c.rules]
        rules.append(msgspec.structs.replace(review_override, name="review_override", rule="review_override", chapter="kernel"))
        self.rules: list[Rule] = rules
        self.slices = [s for c in self.chapters for s in c.slices]
        kernel = sys.modules[__package__ or ""]
        self.edition = hashlib.sha256(b"".join([_text_of(kernel), *(c.source for c in self.chapters)])).hexdigest()[:12]
        self._check()
        self._prepare()

    def _prepare(self) -> None:
        self.guards = [r for r in self.rules if isinstance(r, Guard)]
        self.duties = {r.name: r for r in self.rules if isinstance(r, Duty)}
        self.shares = [r for r in self.rules if isinstance(r, Share)]
        self.views = [r for r in self.rules if isinstance(r, View)]
        self._guards_of = {a: [g for g in self.guards if g.stands_before(a)] for a in self.actions.values()}
        bookkeeper = Bookkeeper(list(self.duties.values()), self.figures, self.calendars, self.nation)
        self.fold = Fold(self.slices, self.kinds, bookkeeper)

    def guards_before(self, action: type[Action]) -> list[Guard]:
        found = self._guards_of.get(action)
        return [g for g in self.guards if g.stands_before(action)] if found is None else found

    def without(self, *rules: str) -> Catalogue:
        """The same house with some instructions taken out, to show what they prevent. Raises KeyError for an unknown one."""
        known = {name for r in self.rules for name in (r.rule, r.name)}
        if unknown := set(rules) - known:
            raise KeyError(f"There is no rule called {', '.join(sorted(unknown))}.")
        bare = Catalogue.__new__(Catalogue)
        bare.__dict__.update(self.__dict__)
        bare.rules = [r for r in self.rules if r.rule not in rules and r.name not in rules]
        bare.edition = f"{self.edition}-without-{'-'.join(sorted(rules))}"
        bare._prepare()
        return bare

    def _check(self) -> None:
        for action in self.actions.values():
            _check_action(action, self.roles)
        names: dict[str, Rule] = {}
        for rule in self.rules:
            _check_rule(rule, self.figures)
            twin = names.get(rule.name)
            if twin and not (rule.since >= twin.retired or twin.since >= rule.retired):
                raise WrongDeclaration(f"The rule {rule.name} is declared twice for the same days.")
            names[rule.name] = rule
        slice_names: set[str] = set()
        for part in self.slices:
            if part.slice_name in slice_names:
                raise WrongDeclaration(f"Two slices are called {part.slice_name}.")
            slice_names.add(part.slice_name)
            secret = [k.__name__ for k in part.folded() if k.kind.restricted or k.kind.from_representatives]
            if secret and "seen_by" not in vars(part):
                raise WrongDeclaration(f"The slice {part.__name__} folds {', '.join(secret)} and must say who sees it (seen_by).")


def _check_action(action: type[Action], roles: dict[str, Role]) -> None:
    name, about = action.__name__, action.about
    if not (action.__doc__ or "").strip():
        raise WrongDeclaration(f"The action {name} has no docstring: one sentence a customer could understand.")
    if not about.may:
        raise WrongDeclaration(f"Nobody may do {name}: name the roles that may.")
    if unknown := set(about.may) - roles.keys():
        raise WrongDeclaration(f"{name} may be done by {', '.join(sorted(unknown))}, which is no role.")
    if about.effect not in EFFECTS:
        raise WrongDeclaration(f"{name} has the effect {about.effect!r}; it is one of {', '.join(EFFECTS)}.")
    try:
        fields_of(action)
    except Exception as error:  # an annotation is read with the module's names only: a loop in one, or a name of the class, is not
        raise WrongDeclaration(f"The fields of {name} cannot be read: {error}. Give names of the module, made beforehand.") from error
    if action.facts is Action.facts:
        raise WrongDeclaration(f"{name} does not say which facts follow from it.")


def _check_rule(rule: Rule, figures: Figures) -> None:
    if not rule.source:
        raise WrongDeclaration(f"The rule {rule.name} has no source.")
    if isinstance(rule, Guard):
        _check_guard(rule)
    if isinstance(rule, Duty):
        _check_duty(rule, figures)


def _check_guard(rule: Guard) -> None:
    name = rule.name
    if not rule.on and rule.every is None:
        raise WrongDeclaration(f"The guard {name} stands before nothing.")
    for action in rule.on:
        if not action.about.asks:
            raise WrongDeclaration(f"{name} stands before {action.__name__}, which records: a guard never stops recording.")
        if action.about.protects:
            raise WrongDeclaration(f"{name} stands before {action.__name__}, which protects somebody: no guard may.")
        if action.about.effect == "gives" and not rule.at_most:
            raise WrongDeclaration(f"{name} would hold {action.__name__}, which gives; it needs a limit (at_most).")


def _check_duty(rule: Duty, figures: Figures) -> None:
    name = rule.name
    if not rule.until and rule.met is None:
        raise WrongDeclaration(f"The duty {name} is discharged by nothing: name the facts or the predicate that meets it.")
    if not rule.owner:
        raise WrongDeclaration(f"The duty {name} is nobody's: name its owner.")
    for setting in (rule.within, rule.begins_in, rule.begins_before, rule.again_every):
        if isinstance(setting, str) and setting and not any(figures.has(owner, setting) for owner in (name, rule.rule, "common")):
            raise WrongDeclaration(f"The duty {name} rests on the figure {setting}, which no figures.yaml gives.")

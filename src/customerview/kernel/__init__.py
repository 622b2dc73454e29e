"""The five ideas and nothing else: fact, record, action, guard, duty. Pure: no I/O, no clock, no framework.

This door names what chapters and rooms use.
"""

from .action import Action, Choice, Field, Problem, SecondPerson, action_name, asks, draft, field, fields_of, records
from .actor import Actor, job, team_of
from .asked import Asked, Outcome, approval, held, needs, reason, refused
from .calendar import BankHoliday, Calendar, Calendars
from .catalogue import Catalogue, Chapter, Role, WrongDeclaration, read_chapter
from .fact import Fact, FactKinds, NotAFact, Recorded, fact
from .figures import Figure, FigureMissing, Figures
from .owed import DutyBook, Owed
from .record import Fold, Record, Slice, folds, keep_latest
from .rules import Duty, Guard, Rule, Share, Shown, View, duty, guard, share, view
from .words import LONDON, Words, in_words, pounds, speak_as, words

__all__ = [
    "LONDON", "Action", "Actor", "Asked", "BankHoliday", "Calendar", "Calendars", "Catalogue", "Chapter", "Choice", "Duty",
    "DutyBook", "Fact", "FactKinds", "Field", "Figure", "FigureMissing", "Figures", "Fold", "Guard", "NotAFact", "Outcome",
    "Owed", "Problem", "Record", "Recorded", "Role", "Rule", "SecondPerson", "Share", "Shown", "Slice", "View", "Words", "WrongDeclaration",
    "action_name", "approval", "asks", "draft", "duty", "fact", "field", "fields_of", "folds", "guard", "held", "in_words", "job", "keep_latest", "needs",
    "pounds", "read_chapter", "reason", "records", "refused", "share", "speak_as", "team_of", "view", "words",
]  # fmt: skip

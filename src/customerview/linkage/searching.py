"""Finding people: candidates by B-tree look-ups, never a scan; scored here. Near misses are shown as what they are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec

from customerview.ledger import View

from .names import PARTICLES, alike, bare, key

MOST = 500
"""How many rows one look-up may bring: more than share a birthday and the first letters of a name, in 20 million."""
WEIGHTS = {"nino": 5.0, "born": 3.0, "family": 3.0, "given": 2.0, "postcode": 2.0}
LIKELY = 0.55
"""Below this a candidate is nobody's near miss."""

SELECT = "SELECT stream, latest, nino, born, given, family, bare, postcode, called, suffix FROM person_index WHERE "


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody is looked for by, made comparable."""

    nino: str = ""
    suffix: str = ""
    born: date | None = None
    given: str = ""
    family: str = ""
    bare: str = ""
    postcode: str = ""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One person who may be the one looked for. `matches_on` are what agrees wholly, `near` what nearly does."""

    stream: UUID
    name: str
    born: date | None
    postcode: str
    nino_end: str
    score: float
    matches_on: tuple[str, ...]
    near: tuple[str, ...]
    exact: bool
    """Everything asked for agrees wholly."""


def search(view: View, *, nino: str = "", name: str = "", born: date | None = None, postcode: str = "", limit: int = 20) -> list[Found]:
    """Who may be meant, the likeliest first. `nino` and `postcode` as kernel.values print them; a name as one box gives it.

    Needs an access of a kind that may find people (colleague, client, matching). Each result shown is a look: log it.
    """
    asked = _asked(nino, name, born, postcode)
    best: dict[UUID, Found] = {}
    for row in _candidates(view, asked):
        found = _score(asked, row)
        if found and (found.stream not in best or found.score > best[found.stream].score):
            best[found.stream] = found
    return sorted(best.values(), key=lambda f: (-f.score, f.name, str(f.stream)))[:limit]


def _asked(nino: str, name: str, born: date | None, postcode: str) -> Asked:
    given, family = in_two(name)
    return Asked(nino=nino[:8], suffix=nino[8:], born=born, given=key(given), family=key(family), bare=bare(family), postcode=postcode)


def in_two(name: str) -> tuple[str, str]:
    """A name typed in one box, as given and family name: "Morgan, Rhian", "Anna van der Berg", "Dafydd ap Rhys", "Suharto"."""
    if "," in name:
        family, _, given = name.partition(",")
        return given, family
    words = name.split()
    first = next((i for i, word in enumerate(words[1:-1], 1) if key(word) in PARTICLES), len(words) - 1)
    return " ".join(words[:first]), " ".join(words[first:])


def _candidates(view: View, asked: Asked) -> list[tuple[Any, ...]]:
    looked: list[tuple[str, tuple[Any, ...]]] = []
    if asked.nino:
        looked.append(("nino = ANY(%s::text[])", (slips_of(asked.nino) if _more_than_nino(asked) else [asked.nino],)))
    if asked.born:
        days = near_days(asked.born)
        if asked.family:
            looked.append(("born = ANY(%s::date[]) AND family = %s", (days, asked.family)))
            looked.append(("born = ANY(%s::date[]) AND bare = %s", (days, asked.bare)))
            first = asked.family[:2]
            looked.append(("born = %s::date AND family >= %s AND family < %s", (asked.born, first, first + "\U0010ffff")))
        if asked.given:
            looked.append(("born = %s::date AND given = %s", (asked.born, asked.given)))
        if asked.given and asked.family:  # given and family name the wrong way round
            looked.append(("born = %s::date AND family = %s", (asked.born, asked.given)))
    for name in filter(None, dict.fromkeys((asked.family, asked.given))) if asked.postcode else ():  # the second: the wrong way round
        first = name[:2]
        looked.append(("postcode = %s AND family >= %s AND family < %s", (asked.postcode, first, first + "\U0010ffff")))
    if asked.postcode and asked.born:
        looked.append(("postcode = %s AND born = %s::date", (asked.postcode, asked.born)))
    if not looked:
        return []
    statement = " UNION ALL ".join(f"(SELECT * FROM ({SELECT}{where} LIMIT {MOST}) AS found)" for where, _ in looked)
    return list(view.execute(statement, tuple(value for _, values in looked for value in values)))


def _more_than_nino(asked: Asked) -> bool:
    return bool(asked.born or asked.family)


def slips_of(nino: str) -> list[str]:
    """The number itself, and those one slip of the hand away: a wrong digit or two neighbours swapped."""
    slips = {nino}
    for i in range(2, 8):
        slips |= {nino[:i] + digit + nino[i + 1 :] for digit in "0123456789"}
        if i < 7:
            slips.add(nino[:i] + nino[i + 1] + nino[i] + nino[i + 2 :])
    return sorted(slips)


def near_days(born: date) -> list[date]:
    """The day itself, and those people confuse it with: day and month swapped, a day, a year or ten years out."""
    days = {born, born - timedelta(days=1), born + timedelta(days=1)}
    for year, month, day in (
        (born.year, born.day, born.month), (born.year - 1, born.month, born.day), (born.year + 1, born.month, born.day),
        (born.year - 10, born.month, born.day), (born.year + 10, born.month, born.day),
    ):  # fmt: skip
        if 1 <= month <= 12:
            try:
                days.add(date(year, month, day))
            except ValueError:
                continue
    return sorted(days)


def _score(asked: Asked, row: tuple[Any, ...]) -> Found | None:
    stream, _, nino, born, given, family, short, postcode, called, suffix = row
    said: dict[str, float] = {}
    if asked.nino:
        said["nino"] = 1.0 if nino == asked.nino else 0.6 if nino in slips_of(asked.nino) else 0.0
    if asked.born:
        said["born"] = 1.0 if born == asked.born else 0.5 if born in near_days(asked.born) else 0.0
    if asked.family or asked.given:
        straight = (max(alike(asked.family, family), alike(asked.bare, short) * 0.98), alike(asked.given, given))
        turned = (alike(asked.family, given) * 0.8, alike(asked.given, family) * 0.8)
        likeliest = max(straight, turned, key=sum)
        said["family"] = likeliest[0]
        if asked.given:
            said["given"] = max(likeliest[1], 0.5 if asked.given[0] == given[:1] and len(asked.given.split()[0]) == 1 else 0.0)
    if asked.postcode:
        said["postcode"] = (
            1.0 if postcode == asked.postcode else 0.4 if postcode and postcode.split()[0] == asked.postcode.split()[0] else 0.0
        )
    weight = sum(WEIGHTS[part] for part in said)
    score = sum(WEIGHTS[part] * agrees for part, agrees in said.items()) / weight
    if score < LIKELY:
        return None
    matches = tuple(part for part, agrees in said.items() if agrees >= 0.97)
    return Found(
        stream=stream, name=called, born=born, postcode=postcode or "", nino_end=f"{nino[-2:]} {suffix}".strip() if nino else "",
        score=round(score, 3), matches_on=matches, near=tuple(part for part, agrees in said.items() if 0 < agrees < 0.97),
        exact=len(matches) == len(said),
    )  # fmt: skip

"""How an example of a kind is made, and how the golden file grows: `python -m tests.golden.examples` adds what is missing.

A line is added for each new kind and never changed: each carries a digest over itself and all lines before it.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from customerview.instructions import catalogue
from customerview.kernel import Fact, FactKinds

FILE = Path(__file__).parent / "kinds.jsonl"
SAMPLES: dict[Any, Any] = {
    msgspec.inspect.StrType: "word", msgspec.inspect.IntType: 7, msgspec.inspect.BoolType: True, msgspec.inspect.BytesType: b"\x93\x01",
    msgspec.inspect.DateType: date(2026, 11, 24), msgspec.inspect.DateTimeType: datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
    msgspec.inspect.UUIDType: UUID(int=7), msgspec.inspect.FloatType: 1.5,
}  # fmt: skip


def example(kind: type[Fact]) -> Fact:
    """A fact of this kind with every field filled by something that is not its default."""
    return _filled(msgspec.inspect.type_info(kind))


def _filled(struct: Any) -> Any:
    return struct.cls(**{f.name: _other(_sample(f.type), f.default) for f in struct.fields})


def _other(value: Any, default: Any) -> Any:
    return (not value) if isinstance(value, bool) and value == default else value


def _sample(info: Any) -> Any:
    if type(info) in SAMPLES:
        return SAMPLES[type(info)]
    if isinstance(info, msgspec.inspect.UnionType):
        return _sample(next(t for t in info.types if not isinstance(t, msgspec.inspect.NoneType)))
    if isinstance(info, msgspec.inspect.VarTupleType):
        return (_sample(info.item_type),)
    if isinstance(info, msgspec.inspect.ListType):
        return [_sample(info.item_type)]
    if isinstance(info, msgspec.inspect.DictType):
        return {_sample(info.key_type): _sample(info.value_type)}
    if isinstance(info, msgspec.inspect.LiteralType):
        return info.values[0]
    if isinstance(info, msgspec.inspect.StructType):
        return _filled(info)
    raise TypeError(f"Say in SAMPLES what an example of {info} is.")


def line_of(kind: type[Fact], kinds: FactKinds) -> dict[str, Any]:
    fact = example(kind)
    data, apart = kinds.encode(fact)
    return {"code": kind.kind.code, "kind": kind.__name__, "data": data.hex(), "apart": apart.hex() if apart else None,
            "values": json.loads(msgspec.json.encode(fact))}  # fmt: skip


def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in FILE.read_text().splitlines()] if FILE.exists() else []


def digest(before: str, line: dict[str, Any]) -> str:
    bare = {name: value for name, value in line.items() if name != "digest"}
    return hashlib.sha256((before + json.dumps(bare, sort_keys=True)).encode()).hexdigest()[:16]


def add() -> int:
    """Add a line for every kind that has none. Gives how many were added."""
    held = lines()
    kinds = catalogue().kinds
    new = [kinds.by_code[code] for code in sorted(kinds.by_code.keys() - {line["code"] for line in held})]
    before = held[-1]["digest"] if held else ""
    with FILE.open("a") as out:
        for kind in new:
            line = line_of(kind, kinds)
            before = line["digest"] = digest(before, line)
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return len(new)


if __name__ == "__main__":
    print(f"{add()} kinds were added.")  # noqa: T201

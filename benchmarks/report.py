"""The page of figures, made from what was kept: one column for each number of customers, and how each grows with it."""

from __future__ import annotations

import json
from pathlib import Path

HEAD = """# Measures

Made by `python -m benchmarks --write`; do not edit. Every measure is taken beside a floor in the same run, by turns, so that whatever
else the machine does falls on both alike: read the ratios first. Times are medians over different customers drawn at random, with
the 99th percentile behind them. Rates are medians of a few runs, and their ratio is the floor's rate over theirs, so that for both
kinds 1 is the floor itself. "Grows" is the median at the largest population over that at the smallest; for a rate, the smallest over
the largest: 1 means that the population makes no difference, more that it costs.

`make bench` makes a house of 10,000 customers and measures it (`make bench CUSTOMERS=100000` for more; `ARGS=--write` keeps the figures
here). What is measured, and what its floor is, stands in the modules beside this page.
"""


def write_readme(results: Path) -> None:
    """Everything in `results`, as benchmarks/README.md."""
    runs = sorted((json.loads(f.read_text()) for f in results.glob("*.json")), key=lambda run: run["customers"])
    names = list(dict.fromkeys(name for run in runs for name in run["measures"]))
    lines = [HEAD, "## When and on what\n"]
    lines += [f"- {run['customers']:,} customers: {run['day']}, {run['machine']}. {run.get('remark', '')}".rstrip() for run in runs]
    lines += [
        "\n## Figures\n",
        "| Measure | " + " | ".join(f"{r['customers']:,} customers" for r in runs) + " | Ratio to its floor | Grows |",
    ]
    lines.append("|---|" + "--:|" * (len(runs) + 2))
    for name in names:
        lines.append(_row(name, [run["measures"].get(name) for run in runs]))
    lines += [
        "\n## Floors\n",
        "| Measure | Its floor | " + " | ".join(f"at {r['customers']:,}" for r in runs) + " |",
        "|---|---|" + "--:|" * len(runs),
    ]
    for name in names:
        held = [m if (m := run["measures"].get(name)) and m["floor"] else None for run in runs]
        if not any(held):
            continue
        floor = next((m["floor_name"] for m in held if m), "")
        lines.append(f"| {name} | {floor} | " + " | ".join(_said(m["floor"], m["unit"]) if m else "" for m in held) + " |")
    notes = results / "notes.md"
    if notes.exists():
        lines.append("\n" + notes.read_text().strip())
    (results.parent / "README.md").write_text("\n".join(lines) + "\n")


def _row(name: str, held: list[dict | None]) -> str:
    cells = [_cell(m) if m else "" for m in held]
    ratios = " to ".join(dict.fromkeys(f"{m['ratio']:.2f}" for m in held if m and m["ratio"]))
    return f"| {name} | " + " | ".join(cells) + f" | {ratios} | {_grows([m for m in held if m])} |"


def _cell(m: dict) -> str:
    return f"{_said(m['median'], m['unit'])} (p99 {_said(m['p99'], m['unit'])})" if m["unit"] == "ms" else _said(m["median"], m["unit"])


def _grows(known: list[dict]) -> str:
    """How many times the cost at the smallest population the one at the largest is. Counts do not cost."""
    if len(known) < 2 or not known[0]["floor"]:
        return ""
    small, large = known[0]["median"], known[-1]["median"]
    return f"{large / small if known[0]['unit'] == 'ms' else small / large:.2f}"


def _said(value: float, unit: str) -> str:
    return f"{value:,.2f} ms" if unit == "ms" else f"{value:,.0f} {unit}"

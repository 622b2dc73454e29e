"""Timing something beside its floor: the two take turns, so that whatever else the machine does falls on both alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from typing import Any, NamedTuple


class Measure(NamedTuple):
    """What was measured. Times are in milliseconds; a rate is per second, and higher is better."""

    name: str
    median: float
    p99: float
    unit: str = "ms"
    floor_name: str = ""
    floor: float = 0.0
    times: int = 0

    @property
    def ratio(self) -> float | None:
        """How many times its floor: below 2 is good. For a rate, how much of the floor's rate is reached, turned over."""
        if not self.floor or not self.median:
            return None
        return self.floor / self.median if self.unit != "ms" else self.median / self.floor


Timed = Callable[[int], Any]
"""Does it once; told the number of the turn, so that each turn can take another customer."""


def beside(name: str, run: Timed, floor_name: str, floor: Timed, *, times: int = 200, warm: int = 10) -> Measure:
    """Run both by turns; medians of each, and the 99th percentile of what is measured."""
    for turn in range(warm):
        floor(turn)
        run(turn)
    ran, floors = [], []
    gc.disable()
    try:
        for turn in range(warm, warm + times):
            floors.append(_once(floor, turn))
            ran.append(_once(run, turn))
            if turn % 50 == 0:
                gc.collect()
    finally:
        gc.enable()
    return Measure(name, statistics.median(ran), percentile(ran, 0.99), "ms", floor_name, statistics.median(floors), times)


def rate(name: str, unit: str, run: Callable[[], int], floor_name: str, floor: Callable[[], int], *, times: int = 3) -> Measure:
    """How much is done a second, beside how much the floor does; each run gives how many it did."""
    ran, floors = [], []
    for _ in range(times):
        floors.append(_per_second(floor))
        ran.append(_per_second(run))
    return Measure(name, statistics.median(ran), min(ran), unit, floor_name, statistics.median(floors), times)


def _once(run: Timed, turn: int) -> float:
    began = time.perf_counter()
    run(turn)
    return (time.perf_counter() - began) * 1000


def _per_second(run: Callable[[], int]) -> float:
    began = time.perf_counter()
    count = run()
    return count / (time.perf_counter() - began)


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]

"""One of the processes of a run of letters: it does chunk after chunk until none is left, and dies with whoever started it."""

from __future__ import annotations

import sys
import time

from customerview.config.processes import die_with_parent
from customerview.config.set_up import set_up_django


def main(run: str) -> None:
    die_with_parent()
    set_up_django("worker")
    from .bulk import progress, work_on

    while (now := progress(run)).done < now.chunks:
        if not work_on(run):  # another process has what is left in hand: it ends, or dies and leaves it to us
            time.sleep(0.5)


if __name__ == "__main__":
    main(sys.argv[1])

"""One of the processes of a run of letters: it does chunk after chunk until none is left, and dies with whoever started it."""

from __future__ import annotations

import sys

from customerview.config.processes import die_with_parent
from customerview.config.set_up import set_up_django


def main(run: str) -> None:
    die_with_parent()
    set_up_django("worker")
    from .bulk import work_on

    while work_on(run):
        pass


if __name__ == "__main__":
    main(sys.argv[1])

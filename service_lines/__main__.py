"""Run stand-in lines: `python -m service_lines SETTINGS.json`. One process is one line, or many that share an address."""

from __future__ import annotations

import json
import signal
import sys
import threading
from pathlib import Path

from .line import Line
from .memory import Memory
from .platform import Platform
from .server import server

MANY_PAUSE_SECONDS = 2.0
"""Where many lines share a process each looks less often by itself; what comes for one wakes it at once."""


def main(path: str) -> None:
    settings = json.loads(Path(path).read_text())
    lines = {}
    for one in settings["lines"]:
        platform = Platform(settings["platform"], one["client_id"], one["client_secret"])
        lines[one["line"]] = Line(one, Memory(Path(one["state"])), platform)
    listening = server(lines, settings["port"])

    def end(*_: object) -> None:
        for line in lines.values():
            line.stop.set()
            line.wake.set()
        threading.Thread(target=listening.shutdown).start()

    for how in (signal.SIGTERM, signal.SIGINT):
        signal.signal(how, end)
    pause = MANY_PAUSE_SECONDS if len(lines) > 1 else 0.2
    working = [threading.Thread(target=line.work, args=(pause,), name=code) for code, line in lines.items()]
    for worker in working:
        worker.start()
    listening.serve_forever(poll_interval=0.1)
    for worker in working:
        worker.join()


if __name__ == "__main__":
    main(sys.argv[1])

"""Run one stand-in line: `python -m service_lines SETTINGS.json`."""

from __future__ import annotations

import json
import signal
import sys
import threading
from pathlib import Path

from .line import Line, server
from .memory import Memory
from .platform import Platform


def main(path: str) -> None:
    settings = json.loads(Path(path).read_text())
    memory = Memory(Path(settings["state"]))
    line = Line(settings, memory, Platform(settings["platform"], settings["client_id"], settings["client_secret"]))
    listening = server(line, settings["port"])

    def end(*_: object) -> None:
        line.stop.set()
        line.wake.set()
        threading.Thread(target=listening.shutdown).start()

    for how in (signal.SIGTERM, signal.SIGINT):
        signal.signal(how, end)
    worker = threading.Thread(target=line.work, name="work")
    worker.start()
    listening.serve_forever(poll_interval=0.1)
    worker.join()


if __name__ == "__main__":
    main(sys.argv[1])

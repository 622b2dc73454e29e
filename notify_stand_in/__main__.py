"""Run the stand-in: `python -m notify_stand_in SETTINGS.json`."""

from __future__ import annotations

import json
import signal
import sys
import threading
from pathlib import Path

from .callbacks import Callbacks
from .memory import Memory
from .server import server


def main(path: str) -> None:
    settings = json.loads(Path(path).read_text())
    memory = Memory(Path(settings["state"]))
    callbacks = Callbacks(memory, settings["platform"], settings["bearer"], settings.get("seconds_a_step", 1.0))
    listening = server(memory, settings["key"], settings["port"])

    def end(*_: object) -> None:
        callbacks.stop.set()
        threading.Thread(target=listening.shutdown).start()

    for how in (signal.SIGTERM, signal.SIGINT):
        signal.signal(how, end)
    worker = threading.Thread(target=callbacks.work, name="callbacks")
    worker.start()
    listening.serve_forever(poll_interval=0.1)
    worker.join()


if __name__ == "__main__":
    main(sys.argv[1])

"""Time passes, and the stand-in calls back: with its bearer token, a few times when it is not heard."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request

from .memory import Memory

PATHS = {"receipt": "/notify/receipts", "returned": "/notify/returned-letters"}


class Callbacks:
    """Calls the platform at its two addresses."""

    def __init__(self, memory: Memory, platform: str, bearer: str, seconds: float) -> None:
        self.memory, self.platform, self.bearer, self.seconds = memory, platform.rstrip("/"), bearer, seconds
        self.stop = threading.Event()
        self.direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def work(self) -> None:
        """Until told to stop."""
        while not self.stop.wait(self.seconds):
            behaviour = self.memory.behaviour()
            if behaviour["down"]:
                continue
            self.memory.step()
            if behaviour["silent"]:
                continue
            for number, kind, body in self.memory.to_call_back():
                answers = [self.call(kind, body) for _ in range(max(1, behaviour["repeat"]))]
                self.memory.called_back(number, again=any(answer == 429 or not 0 < answer < 500 for answer in answers))

    def call(self, kind: str, body: dict[str, object]) -> int:
        """The status it was answered with; 0 when nobody was there. It waits no longer than five seconds."""
        headers = {"Authorization": f"Bearer {self.bearer}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.platform + PATHS[kind], json.dumps(body).encode(), headers, method="POST")  # noqa: S310
        try:
            with self.direct.open(request, timeout=5) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code
        except OSError:
            return 0

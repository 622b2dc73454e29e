"""The private halves in a process of their own, reached by a socket: whoever breaks into the web finds no key to take away.

    serve(keys, path, accounts)        the process: `customerview serve signer`
    RemoteKeys(path)                   what the web and the worker have instead (`key.Signer`)

A request is [what, purpose or kid, kid, message] and an answer [how it went, what], in MessagePack after its length in four bytes. The
process gives out public halves and signs what `typed` allows; it turns over and shows no key. The kernel, which has to be Linux, says
whose account asks.
"""

from __future__ import annotations

import logging
import os
import socket
import socketserver
import struct
import threading
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from .key import Key, Signer, TurnedOver

log = logging.getLogger(__name__)
MOST_BYTES = 4_000_000
KNOWN_SECONDS = 5
"""How long the web may not know of a key that was turned over."""
PATIENCE_SECONDS = 10
"""How long a signature waits for a process that is being started again."""


class RemoteKeys:
    """A signer whose keys are another process's."""

    def __init__(self, path: str) -> None:
        self.path, self.own, self.known = path, threading.local(), {}

    def ring(self, purpose: str) -> list[Key]:
        at, keys = self.known.get(purpose, (0.0, []))
        if time.monotonic() - at > KNOWN_SECONDS:
            keys = msgspec.convert(self._ask("ring", purpose), list[Key])
            self.known[purpose] = (time.monotonic(), keys)
        return keys

    def sign(self, purpose: str, kid: str, message: bytes) -> bytes:
        try:
            return self._ask("sign", purpose, kid, message)
        except TurnedOver:
            self.known.pop(purpose, None)
            raise

    def chain(self, kid: str) -> str:
        return self._ask("chain", kid)

    def authority(self) -> str:
        return self._ask("authority")

    def answers(self) -> bool:
        """Whether the process is there at all."""
        with socket.socket(socket.AF_UNIX) as line:
            return line.connect_ex(self.path) == 0

    def close(self) -> None:
        """This thread asks no more for now."""
        if hasattr(self.own, "line"):
            self.own.line.close()
            del self.own.line

    def _ask(self, *asked: Any) -> Any:
        """One question. A connection that has ended, as when the process was started again, is made anew."""
        body, give_up = msgspec.msgpack.encode(asked), time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                if not hasattr(self.own, "line"):
                    self.own.line = socket.socket(socket.AF_UNIX)
                    self.own.line.settimeout(PATIENCE_SECONDS)
                    self.own.line.connect(self.path)
                send(self.own.line, body)
                went, said = msgspec.msgpack.decode(receive(self.own.line))
                break
            except OSError:
                self.close()
                if time.monotonic() > give_up:
                    raise
                time.sleep(0.05)
        if went == "done":
            return said
        raise TurnedOver(said) if went == "turned over" else ValueError(said)


def serve(keys: Signer, path: Path, accounts: Collection[int]) -> None:
    """Answer on this socket until told to stop. `accounts` are the numbers of those that may ask."""

    class Line(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            if (account := account_of(self.request)) not in accounts:
                log.warning("account %s asked for signatures and may not", account)
                return
            with suppress(OSError):
                while True:
                    send(self.request, msgspec.msgpack.encode(_answer(keys, receive(self.request))))

    class Lines(socketserver.ThreadingUnixStreamServer):
        daemon_threads, request_queue_size = True, 64

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    before = os.umask(0o117)  # its owner and its group may connect
    try:
        lines = Lines(str(path), Line)
    finally:
        os.umask(before)
    with lines:
        lines.serve_forever()


def _answer(keys: Signer, body: bytes) -> tuple[str, Any]:
    try:
        match msgspec.msgpack.decode(body):
            case ["ring", str(purpose)]:
                return "done", keys.ring(purpose)
            case ["sign", str(purpose), str(kid), bytes(message)]:
                return "done", keys.sign(purpose, kid, message)
            case ["chain", str(kid)]:
                return "done", keys.chain(kid)
            case ["authority"]:
                return "done", keys.authority()
        raise ValueError("The signer is not asked like this.")
    except TurnedOver as kid:
        return "turned over", str(kid)
    except (ValueError, KeyError, StopIteration, msgspec.DecodeError) as error:
        log.warning("not signed: %s", error)
        return "refused", str(error)


def account_of(line: socket.socket) -> int:
    """Whose process is at the other side, as the kernel says."""
    return struct.unpack("3i", line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[1]


def send(line: socket.socket, body: bytes) -> None:
    line.sendall(len(body).to_bytes(4) + body)


def receive(line: socket.socket) -> bytes:
    """One message. Raises OSError when the other side has gone, or says too much."""
    length = int.from_bytes(_read(line, 4))
    if length > MOST_BYTES:
        raise OSError("A message is too long.")
    return _read(line, length)


def _read(line: socket.socket, length: int) -> bytes:
    held = b""
    while len(held) < length:
        part = line.recv(length - len(held))
        if not part:
            raise ConnectionResetError("The other side has gone.")
        held += part
    return held

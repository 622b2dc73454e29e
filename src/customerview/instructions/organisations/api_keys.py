"""Make and stop a key for an organisation's own system."""

from __future__ import annotations

from typing import Annotated

from customerview.kernel import Action, Asked, Fact, Problem, Record, Words, asks, field, records

from .facts import ApiKeyMade, ApiKeyStopped

NOT_VERIFIED = Words("Your organisation is not verified.", "Nid yw eich sefydliad wedi'i ddilysu.")
ENOUGH = Words("Stop an older key first.", "Stopiwch allwedd hŷn yn gyntaf.")


class MakeApiKey(Action, frozen=True, kw_only=True):
    """A key with which your own system checks proofs. Its secret is shown once."""

    about = asks(Words("Make a key", "Gwneud allwedd"), may=("organisation", "organisation_admin"))

    client: Annotated[str, field(Words("The key's name", "Enw'r allwedd"), hidden=True, pattern=r"^org-[0-9a-f]{12}$")]
    secret_hash: Annotated[str, field(Words("The hash of its secret", "Stwnsh ei chyfrinach"), hidden=True, max_length=200)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        if record.organisation.status != "verified":
            return [Problem("", NOT_VERIFIED)]
        return [Problem("", ENOUGH)] if len(record.organisation.keys) >= asked.figure("organisation_keys_at_once") else []

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ApiKeyMade(client=self.client, secret_hash=self.secret_hash)]


class StopApiKey(Action, frozen=True, kw_only=True):
    """A key of your own system works no more, from this moment."""

    about = records(Words("Stop a key", "Stopio allwedd"), may=("organisation", "organisation_admin"), protects=True)

    client: Annotated[str, field(Words("Which key?", "Pa allwedd?"), hidden=True, max_length=60)]

    def problems(self, record: Record, asked: Asked) -> list[Problem]:
        return (
            []
            if self.client in record.organisation.keys
            else [Problem("client", Words("There is no such key.", "Nid oes allwedd o'r fath."))]
        )

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [ApiKeyStopped(client=self.client)]

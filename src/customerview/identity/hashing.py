"""How secrets of other systems are kept: by an Argon2id hash, never themselves."""

from __future__ import annotations

from argon2 import PasswordHasher

hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

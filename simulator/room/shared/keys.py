"""Who may come in: a join code for each role, a secret for each who has come in, and a limit to wrong tries.

Codes and the digests of secrets are kept beside the journal, readable by its owner alone, so that everybody can come
back after the host was killed. Neither ever stands in the journal.
"""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from simulator.errors import WriteError
from simulator.journal.disk import cannot_write
from simulator.room.shared.model import Role

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What codes consist of: nothing that looks like something else."""
LENGTH = 8
"""Signs of a code: about 40 bits, with tries limited."""
TRIES = 5
"""Wrong codes or secrets from one address before it must wait."""
WAIT = 60.0
"""Seconds that it must wait; twice as long each time."""
ALL_TRIES = 200
"""Wrong tries from all addresses together, after which a code is drawn anew."""
PASSES = 500
"""Secrets of people without a seat that are remembered; the oldest is forgotten where there are more."""
ADDRESSES = 10_000
"""Addresses that are remembered; the oldest is forgotten where there are more."""

ROLES: tuple[Role, ...] = ("seat", "controller", "evaluator", "observer")


@dataclass(frozen=True, slots=True)
class Pass:
    """What somebody has come in with, and may come back with."""

    role: Role
    seat: str
    """Empty for who takes none."""
    name: str
    digest: str
    """SHA-256 of the secret."""


@dataclass(slots=True)
class _Tries:
    wrong: int = 0
    until: float = 0.0
    wait: float = WAIT


def _pass(kept: Mapping[str, str]) -> Pass:
    role = next(role for role in ROLES if role == kept["role"])
    return Pass(role, str(kept["seat"]), str(kept["name"]), str(kept["digest"]))


def drawn_code() -> str:
    """A join code, `K7QX-M2PA`."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    return f"{signs[:4]}-{signs[4:]}"


def same_code(one: str, other: str) -> bool:
    """Whether two codes are the same, however they are written; in constant time."""
    return hmac.compare_digest(_bare(one), _bare(other))


def _bare(code: str) -> bytes:
    return "".join(sign for sign in code.upper() if sign.isalnum()).encode()


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


class Keys:
    """The codes and passes of one room. *path*: where they are kept; nowhere where it is nothing."""

    def __init__(self, path: Path | None, clock: Callable[[], float]) -> None:
        self._path, self._clock = path, clock
        self.codes: dict[Role, str] = {role: drawn_code() for role in ROLES}
        self.passes: list[Pass] = []
        self._tries: dict[str, _Tries] = {}
        self._wrong = 0
        self.renewed: Callable[[], None] = lambda: None
        """Called when a code has been drawn anew: controllers see it."""
        if path is not None and path.exists():
            self._read(path)
        else:
            self.keep()

    def fits(self, role: Role, code: str) -> bool:
        """Whether a code is that of a role."""
        return same_code(self.codes[role], code)

    def known(self, role: Role, seat: str, secret: str) -> Pass | None:
        """The pass that belongs to a secret; every candidate is compared, each in constant time."""
        digest, found = _digest(secret), None
        for each in self.passes:
            if each.role == role and (not seat or each.seat == seat) and hmac.compare_digest(each.digest, digest):
                found = each
        return found

    def admit(self, role: Role, seat: str, name: str) -> tuple[Pass, str]:
        """A new pass and its secret; who had the seat before cannot come back. Raises `WriteError`."""
        secret = secrets.token_urlsafe(32)
        new = Pass(role, seat, name, _digest(secret))
        before = self.passes
        seated = [each for each in before if each.seat and each.seat != seat]
        self.passes = [*seated, *[each for each in before if not each.seat][-PASSES:], new]
        try:
            self.keep()
        except WriteError:
            self.passes = before
            raise
        return new, secret

    def forget(self, seat: str) -> None:
        """Nobody comes back to a seat with the secret that was given for it."""
        self.passes = [each for each in self.passes if each.seat != seat]
        self.keep()

    def renew(self, role: Role) -> None:
        """Draw the code of a role anew: who knows the old one comes in no more."""
        self.codes[role] = drawn_code()
        self.renewed()
        self.keep()

    # -- tries --------------------------------------------------------------------------------------------

    def is_locked(self, address: str) -> bool:
        """Whether an address has been wrong too often, and must wait."""
        tries = self._tries.get(address)
        return tries is not None and self._clock() < tries.until

    def wrong(self, address: str, role: Role) -> None:
        """Somebody tried a code or a secret that is none."""
        if len(self._tries) >= ADDRESSES:
            del self._tries[next(iter(self._tries))]
        tries = self._tries.setdefault(address, _Tries())
        tries.wrong += 1
        self._wrong += 1
        if tries.wrong % TRIES == 0:
            tries.until = self._clock() + tries.wait
            tries.wait *= 2
        if self._wrong % ALL_TRIES == 0:
            self.renew(role)

    def right(self, address: str) -> None:
        """Somebody has come in from an address."""
        self._tries.pop(address, None)

    # -- on disk ------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Write codes and passes, whole or not at all. Raises `WriteError`."""
        if self._path is None:
            return
        written = json.dumps({"codes": self.codes, "passes": [asdict(each) for each in self.passes]}, indent=1)
        beside = self._path.with_name(f".{self._path.name}.part")
        try:
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(descriptor, "w", encoding="utf-8") as file:
                file.write(written)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, self._path)
        except OSError as error:
            raise cannot_write(self._path, error) from error

    def _read(self, path: Path) -> None:
        """Take what was kept; where it cannot be read, new codes are drawn and everybody joins anew."""
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            self.codes |= {role: str(kept["codes"][role]) for role in ROLES}
            self.passes = [_pass(each) for each in kept["passes"]]
        except (OSError, ValueError, LookupError, TypeError, StopIteration, RecursionError):
            self.keep()

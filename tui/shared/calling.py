"""From what was typed to a link: where the room is, who comes in, with what; what is missing is asked for."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import click

from simulator.errors import CallError
from simulator.language.said import Said, say
from simulator.room.shared.model import Role
from simulator.room.shared.reaching import Address, Wish
from tui.plain.words import cleaned
from tui.session import translator

T = TypeVar("T")
Enter = Callable[[Address, Wish], T]
"""Takes a link to a room."""

HERE = ("localhost", "127.0.0.1", "::1")
"""The names of this machine."""


@dataclass(frozen=True, slots=True)
class Call:
    """What was typed to come into a room."""

    place: str
    """`HOST:PORT`."""
    role: Role
    name: str = ""
    code: str = ""
    seat: str = ""
    fingerprint: str = ""
    insecure: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What lets somebody come back after their program was closed or killed."""

    role: str
    seat: str
    name: str
    secret: str


def come_in(call: Call, enter: Enter[T], folder: Path, *, asks: bool = True) -> T:
    """A link to the room: with the secret that was kept in *folder* where there is one, else by the code.

    Asks for name and code where they are missing and somebody sits at the terminal, unless *asks* says otherwise.
    Raises `CallError` where nobody can be asked, and whatever *enter* raises.
    """
    address, asks = address_of(call), asks and at_terminal()
    kept = kept_for(call, folder)
    if kept is None and not call.name:
        call = replace(call, name=asked(say("Your name"), asks))
        kept = kept_for(call, folder)
    if kept is not None:
        try:
            return enter(address, Wish(call.role, kept.name, seat=kept.seat, secret=kept.secret))
        except CallError:
            # Given to somebody else meanwhile, or another room: then the code decides, and says what is wrong.
            if not call.code and not asks:
                raise
    name = call.name or asked(say("Your name"), asks)
    code = call.code or asked(say("The join code, as the host shows it"), asks)
    return enter(address, Wish(call.role, name, code, call.seat))


def address_of(call: Call) -> Address:
    """Where the room is. A host on another machine is taken to encrypt. Raises `CallError` for no `HOST:PORT`."""
    host, _, port = call.place.strip().rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        message = say("'{place}' is not HOST:PORT", place=call.place)
        raise CallError(message, say("write it as the host shows it: 192.168.1.20:8710"))
    encrypted = not call.insecure and (bool(call.fingerprint) or host not in HERE)
    return Address(host, int(port), encrypted, call.fingerprint)


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked(what: Said, asks: bool) -> str:
    """What somebody types when asked. Raises `CallError` where nobody can be asked."""
    if not asks:
        message = say("name and join code are missing")
        raise CallError(message, say("say them with --name and --code"))
    return cleaned(click.prompt(translator().say(what), err=True))


# -- coming back -------------------------------------------------------------------------------------------


def secrets_path(call: Call, folder: Path) -> Path:
    """Where the secrets for one host are kept."""
    bare = "".join(sign if sign.isalnum() or sign in ".-" else "_" for sign in call.place)
    return folder / f"{bare}.json"


def kept_for(call: Call, folder: Path) -> Kept | None:
    """What was kept for somebody of this role, seat and name; nothing where nothing fits or can be read."""
    found = [
        each
        for each in _read(secrets_path(call, folder))
        if each.role == call.role and call.name in ("", each.name) and call.seat in ("", each.seat)
    ]
    # Two people at one machine are told apart by their names alone.
    return found[0] if len(found) == 1 else None


def keep_secret(call: Call, kept: Kept, folder: Path) -> None:
    """Keep what lets somebody come back, readable by them alone. A folder that cannot be written is no harm."""
    path = secrets_path(call, folder)
    others = [each for each in _read(path) if (each.role, each.seat, each.name) != (kept.role, kept.seat, kept.name)]
    _write(path, [*others, kept])


def forget_secret(call: Call, secret: str, folder: Path) -> None:
    """Somebody has left for good."""
    path = secrets_path(call, folder)
    _write(path, [each for each in _read(path) if each.secret != secret])


def _read(path: Path) -> list[Kept]:
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        return [Kept(str(w["role"]), str(w["seat"]), str(w["name"]), str(w["secret"])) for w in written]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return []


def _write(path: Path, kept: list[Kept]) -> None:
    written = [{"role": k.role, "seat": k.seat, "name": k.name, "secret": k.secret} for k in kept]
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:
            json.dump(written, file)
    except OSError:
        return

"""`drillroom report --format xapi --send URL`: handing statements to a learning record store."""

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass

import click

from reports.xapi.sending import PASSWORD, address_of, send
from simulator.errors import CallError, WriteError
from simulator.language.said import say
from tui.session import narrate, translator


@dataclass(frozen=True, slots=True)
class Store:
    """Where to send statements, and as whom."""

    url: str
    user: str
    password: str


def store(url: str, user: str | None, form: str) -> Store:
    """The store that a call names, with the password from the environment or asked for.

    Raises `CallError` where the format is another, or address, user or password is missing.
    """
    if form != "xapi":
        raise CallError(say("--send hands over statements"), say("take --format xapi"))
    address_of(url)
    if not user:
        raise CallError(say("a store lets nobody in without a name"), say("give it with --user"))
    return Store(url, user, _password())


def _password() -> str:
    known = os.environ.get(PASSWORD)
    if known is not None:
        return known
    if not sys.stdin.isatty():
        message = say("the password of the store is missing")
        raise CallError(message, say("put it into the variable {variable}", variable=PASSWORD))
    asked: str = click.prompt(translator().say(say("Password of the store")), hide_input=True, err=True)
    return asked


def hand_over(to: Store, contents: Iterable[bytes]) -> None:
    """Send what the files hold, and tell how much the store has now.

    Raises `WriteError` where the store cannot be reached, does not let in, refuses, or holds something else under an
    id.
    """
    statements = [statement for content in contents for statement in json.loads(content)]
    done = send(statements, to.url, to.user, to.password)
    narrate(say("{url}: {number} statements are there now", url=to.url, number=done.accepted))
    if not done.conflicts:
        return
    values = {"url": to.url, "number": len(done.conflicts), "first": done.conflicts[0]}
    raise WriteError(say("{url}: holds something else under {number} of the ids, the first is {first}", **values))

"""A scenario for each type of emergency that already plays, to start one's own from."""

import re
from functools import cache
from importlib.resources import files

from simulator.authoring.diagnostics import did_you_mean
from simulator.authoring.splicing import Change, spliced
from simulator.errors import CallError
from simulator.language.said import say

MODELINE = "# yaml-language-server: $schema={name}\n"
"""The first line, by which an editor finds the schema beside the file."""

_ID = re.compile(r"[a-z][a-z0-9-]{0,59}")


@cache
def types() -> tuple[str, ...]:
    """The types of emergency for which there is a beginning, by name."""
    names = (each.name for each in files(__name__).iterdir() if each.name.endswith(".yaml"))
    return tuple(sorted(name.removesuffix(".yaml") for name in names))


def started(name: str, kind: str, schema: str = "") -> str:
    """The text of a scenario of a type under an id, naming its schema's file if there is one.

    Raises `CallError` for an id that is none, and for a type without a beginning.
    """
    if not _ID.fullmatch(name):
        remedy = say("use small letters, digits and hyphens, a letter first: water-street")
        raise CallError(say("'{id}' cannot be the id of a scenario", id=name), remedy)
    if kind not in types():
        raise _no_beginning(kind)
    text = (files(__name__) / f"{kind}.yaml").read_text(encoding="utf-8")
    return (MODELINE.format(name=schema) if schema else "") + spliced(text, [Change(("id",), name)])


def _no_beginning(kind: str) -> CallError:
    known, near = list(types()), did_you_mean(kind, types())
    message = say("there is no beginning for the type '{type}'", type=kind)
    if near:
        return CallError(message, say("did you mean '{near}'? there are: {known}", near=near, known=known))
    return CallError(message, say("there are: {known}", known=known))

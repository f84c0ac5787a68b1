"""What an order, an option, an inject or a stage does to the world, in words that need no signs."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from simulator.scenario.model import Model
from simulator.scenario.values import Amount, Count, Id, Range, Share, Yes


def as_list(written: object) -> object:
    """One id where a list may stand is a list of one."""
    return [written] if isinstance(written, str) else written


Ids = Annotated[tuple[Id, ...], BeforeValidator(as_list)]
"""One id or a list of them."""

Path = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$", max_length=120)]
"""A dotted name such as `residents.trust`."""

Fact = Annotated[Yes | Count | Amount | str, Field(union_mode="left_to_right")]


class Effects(Model):
    """Steps in the world, all at one second. Paths name declared things; in an order they may begin with
    the name of one of its arguments (`incident.heard`).
    """

    set: dict[Path, Fact] = {}
    """State variables and the values they take."""
    add: dict[Path, Amount] = {}
    """State variables and head counts (`residents.people`) and what is added to them."""
    raises: dict[Path, Share] = {}
    """Shares of an incident (tension, trust, heard, registered) and the step by which they rise, 0..1."""
    lowers: dict[Path, Share] = {}
    """The same, falling."""
    harm: dict[Id, Range] = {}
    """People harmed, by kind: `{injured: 2..5}`."""
    of: Id | None = None
    """The incident whose people are harmed; a stage's own where it is empty."""
    inject: Ids = ()
    """Injects delivered by this, beside their own `at` and `when`."""
    starts: Ids = ()
    """Incidents that begin."""
    ends: Ids = ()
    """Incidents that are over: their people go home."""
    tells: dict[Path, Fact] = {}
    """What the receivers learn: a name and the value they are told, which may be wrong."""

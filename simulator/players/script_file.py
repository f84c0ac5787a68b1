"""The shape of a script: a YAML file of acts with their seconds. What its names mean is not decided here."""

from typing import Annotated, Any, Literal

from pydantic import Field

from simulator.scenario.model import Model
from simulator.scenario.values import Count, Id, Moment

KINDS = (
    "order", "answer", "open", "cancel", "reorder", "tell", "ask", "request", "approve", "refuse", "handover", "note",
    "hint",
)  # fmt: skip
"""The settings that say what an act is; each act has one of them."""


class ScriptedAct(Model):
    """One act as a script has it."""

    at: Moment
    """`4m` from the start, or `"07:44"` on the scenario's clock."""
    seat: Id | None = None
    """Who acts; the seat that the call names where empty."""
    order: str | None = None
    with_: dict[str, Any] = Field(default={}, alias="with")
    """The arguments of an order, or of one that is requested."""
    answer: str | None = None
    """A decision, answered with `option`."""
    option: str | None = None
    open: str | Count | None = None
    """A message: the id of the inject that brought it, or its number in the inbox."""
    cancel: str | Count | None = None
    reorder: str | Count | None = None
    """An order that waits: its verb, or its number."""
    to: str | Count | None = None
    """For `reorder` the place in the queue, 0 first; for `tell` and `request` the seat."""
    tell: str | None = None
    ask: str | None = None
    """For `tell` and `ask`: what it is about."""
    request: str | None = None
    """A verb that another seat (`to`) is asked to order, `with` its arguments."""
    approve: Count | None = None
    """A request by its number, granted. The order itself is written as an order of its own."""
    refuse: Count | None = None
    handover: Id | None = None
    """The seat that is told all one was told."""
    words: str | None = None
    """For `request`, `approve`, `refuse` and `handover`: what is said besides."""
    note: str | None = None
    hint: str | None = None
    """The expectation that help is wanted for; empty for the next one."""


class ScriptFile(Model):
    """A script, whole."""

    format: Literal[1]
    acts: Annotated[tuple[ScriptedAct, ...], Field(max_length=100_000)]

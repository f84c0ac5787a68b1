"""What reaches seats: injects, and decisions with their options."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.language.condition import Condition
from simulator.language.text import Text
from simulator.scenario.effects import Effects, Ids
from simulator.scenario.model import Model
from simulator.scenario.values import Id, Moment, Seconds, Share, Yes

Channel = Literal["phone", "radio", "field_report", "post", "visitor", "superior", "document", "observation"]
Reliability = Literal["confirmed", "likely", "unverified", "doubtful"]
Purpose = Literal["help", "pressure", "redirect"]
"""What a contingency inject is for: to help the seats on, to press them, to lead them back."""


class Trigger(Effects):
    """`at` alone: then; `when` alone: once, as soon as it holds; both: then, if it holds."""

    at: Moment | None = None
    when: Condition | None = None


class Original(Model):
    """What is said in a language that the seat does not know."""

    language: Text
    """Its name."""
    text: str


class Inject(Trigger):
    """A message delivered to seats."""

    to: Ids
    from_: Text | None = Field(default=None, alias="from")
    by: Channel = "phone"
    text: Text
    original: Original | None = None
    """Shown in its place until `understood` holds; what it tells counts only from then."""
    understood: Condition | None = None
    """That somebody interprets. Where it is empty, an original is never understood."""
    urgent: Yes = False
    reliability: Reliability = "confirmed"
    repeat: Seconds | None = Field(default=None, gt=0)
    """Comes back after this long, while `when` (if any) holds."""
    asks: Ids = ()
    """Decisions put to their seats together with it."""
    purpose: Purpose | None = None
    """Makes it a contingency inject, which a controller alone delivers: to help the seats on, press them, lead them
    back."""


class Option(Effects):
    """One answer to a decision."""

    text: Text
    quality: Share = 0.0
    takes: Seconds | None = None
    """How long saying it occupies the seat; the catalogue's where empty."""
    why: Text | None = None
    """The trainer's reason, shown afterwards."""
    reply: Text | None = None
    """What is said or happens in return."""
    conduct: str | None = None
    then: Id | None = None
    """The decision that follows: the next turn of a conversation."""


class Decision(Trigger):
    """A question put to one seat, with a time limit and an answer for silence."""

    to: Id
    from_: Text | None = Field(default=None, alias="from")
    by: Channel = "visitor"
    text: Text
    time_limit: Seconds = Field(gt=0)
    if_silent: Id
    """The option whose consequences silence has; it never meets an expectation."""
    options: Annotated[dict[Id, Option], Field(min_length=2)]

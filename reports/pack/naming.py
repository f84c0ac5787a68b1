"""How a scenario's things are called in the facilitator's pack: messages and questions bear numbers, parts their words.

What a thing is called everywhere stands in `reports.wording`; here is only what the pack adds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_lowercase

from reports.wording import PARTS, Wording
from simulator.language.said import Said, say
from simulator.scenario.messages import Trigger
from simulator.scenario.scenario import Scenario

FURTHER: Mapping[str, Said] = {
    "reach": say("share who know it"),
    "spreaders": say("share who tell it"),
    "corrected": say("share put right"),
    "heard_by": say("people who know it"),
    "upstream": say("people held back"),
    "through": say("people gone through"),
    "held": say("held back"),
    "voices": say("voices"),
    "safe": say("safe"),
    "crossed": say("has acted"),
    "ended": say("over"),
    "step": say("step of trust"),
}
"""Parts that only the trainer's papers name."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A wording, and the numbers that messages and questions bear in the pack."""

    wording: Wording
    messages: Mapping[str, int]
    """By inject."""
    questions: Mapping[str, int]
    """By decision."""

    def message(self, inject: str) -> str:
        """`message 14 (Hall guard)`."""
        known = self.wording.scenario.injects[inject]
        sender = self.wording.text(known.from_) if known.from_ else ""
        if not sender:
            return self.wording.say("message {number}", number=self.messages[inject])
        return self.wording.say("message {number} ({sender})", number=self.messages[inject], sender=sender)

    def question(self, decision: str) -> str:
        return self.wording.say("question {number}", number=self.questions[decision])

    def answer(self, decision: str, option: str) -> str:
        """`3b`: the question's number and the option's letter."""
        return f"{self.questions[decision]}{letter_of(self.wording.scenario, decision, option)}"

    def path(self, path: str) -> str:
        """A dotted name in words."""
        head, _, part = path.partition(".")
        if part in FURTHER and part not in PARTS:
            words = self.wording.said(FURTHER[part])
            return self.wording.say("{thing}: {part}", thing=self.wording.thing(head), part=words)
        return self.wording.path(path)


def numbered(wording: Wording) -> Numbered:
    """Messages numbered as they come: those with a time in its order, then the others in the file's order."""
    scenario = wording.scenario
    injects = {name: place for place, name in enumerate(in_order(scenario), 1)}
    decisions = {name: place for place, name in enumerate(scenario.decisions, 1)}
    return Numbered(wording, injects, decisions)


def in_order(scenario: Scenario) -> list[str]:
    """The injects of a scenario as its list of messages has them."""
    places = {name: place for place, name in enumerate(scenario.injects)}

    def key(name: str) -> tuple[int, int, int]:
        second = fixed_second(scenario, scenario.injects[name])
        return (1, 0, places[name]) if second is None else (0, second, places[name])

    return sorted(scenario.injects, key=key)


def fixed_second(scenario: Scenario, trigger: Trigger) -> int | None:
    """The first exercise second at which it may come, where it has a time of its own; nothing where it counts from
    something else or waits for a condition alone.
    """
    at = trigger.at
    if at is None or at.after:
        return None
    return at.window.low if at.clock is None else (at.clock - scenario.clock) % 86400


def letter_of(scenario: Scenario, decision: str, option: str) -> str:
    """The letter of an option, in the order of the file; trainees see them in an order drawn from the seed."""
    return ascii_lowercase[list(scenario.decisions[decision].options).index(option) % len(ascii_lowercase)]

"""A conversation turn by turn: what was asked, what the seat said, what was answered, up to the open question."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.wording import Wording
from simulator.scenario.scenario import Scenario
from tui.presentation.lines import Item, item, items
from tui.presentation.text import wrapped


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation with the option that was taken."""

    decision: str
    option: str


def turns_before(scenario: Scenario, answers: Mapping[str, str], decision: str) -> tuple[Turn, ...]:
    """The turns that led to a decision, the first one first; none where it opens a conversation."""
    found: list[Turn] = []
    while (led := _led_to(scenario, answers, decision)) is not None and led not in found:
        found.append(led)
        decision = led.decision
    return tuple(reversed(found))


def _led_to(scenario: Scenario, answers: Mapping[str, str], decision: str) -> Turn | None:
    for asked, option in answers.items():
        known = scenario.decisions.get(asked)
        if known is not None and option in known.options and known.options[option].then == decision:
            return Turn(asked, option)
    return None


def turn_items(wording: Wording, turn: Turn, width: int) -> list[Item]:
    """A turn: the other's words, the seat's own behind a mark, the reply."""
    known = wording.scenario.decisions[turn.decision]
    said = known.options[turn.option]
    found = items(wrapped(wording.said(known.text).strip(), width), "dim")
    found.append(item(wrapped(wording.option(turn.decision, turn.option), width, "> ", "  ")))
    if said.reply is not None:
        found += items(wrapped(wording.said(said.reply).strip(), width), "dim")
    return [*found, item([""])]


def so_far(wording: Wording, answers: Mapping[str, str], decision: str, width: int) -> tuple[list[Item], list[Item]]:
    """The last turn before a decision, and all those before that one, the first of them first."""
    turns = turns_before(wording.scenario, answers, decision)
    last = turn_items(wording, turns[-1], width) if turns else []
    return last, [each for turn in turns[:-1] for each in turn_items(wording, turn, width)]

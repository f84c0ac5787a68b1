"""How what readiness speaks of is called in a language: clauses, scenarios, seats, tasks, acts, bots, numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from reports.card.numbers import figure, percent
from reports.readiness.played import Played
from reports.readiness.statistics import Share, Spread
from reports.wording import Wording
from simulator.language.said import Said, say
from simulator.language.translator import Translator

FIGURE_NAMES: Mapping[str, Said] = {
    "overall": say("overall"), "speed": say("speed"), "quality": say("quality"), "conduct": say("conduct"),
    "outcome": say("outcome"), "coordination": say("coordination"),
}  # fmt: skip
BOT_NAMES: Mapping[str, Said] = {
    "by-the-book": say("by the book"), "late": say("15 minutes late"), "partial": say("half of it left out"),
    "random": say("random clicks"), "silent": say("silent"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """A language, and the scenarios that lend their words."""

    translator: Translator
    played: Played
    titles: Mapping[str, Mapping[str, str]]
    """By scenario its title by language."""

    def say(self, template: str, **values: object) -> str:
        """A message of the interface."""
        return self.translator.say(Said(template, dict(values)))

    def said(self, said: Said) -> str:
        return self.translator.say(said)

    def text(self, text: Mapping[str, str], otherwise: str = "") -> str:
        """A text in this language, or in the first that it has."""
        return text.get(self.translator.language) or next(iter(text.values()), otherwise)

    def clause(self, clause: str) -> str:
        """A clause by number and wording."""
        words = self.played.clause(clause)
        return clause if words is None else f"{clause} {self.translator.say(words)}"

    def scenario(self, scenario: str) -> str:
        """A scenario's title."""
        return self.text(self.titles.get(scenario, {}), scenario)

    def seat(self, scenario: str, seat: str) -> str:
        """A seat's name in its scenario."""
        wording = self._wording(scenario)
        return wording.seat(seat) if wording else seat.replace("_", " ")

    def act(self, scenario: str, act: str) -> str:
        """A verb, or `decision.option`, in words."""
        wording = self._wording(scenario)
        decision, _, option = act.partition(".")
        if wording is None:
            return act.replace("_", " ")
        if not option:
            return wording.verb(decision)
        return self.say("answered: {option}", option=wording.option(decision, option)) if act else ""

    def breach(self, code: str) -> str:
        """A code of conduct with what it is about."""
        words = self.played.breach(code)
        return code if words is None else f"{code} {self.translator.say(words)}"

    def severity(self, severity: str) -> str:
        """How grave a breach is."""
        words = self.played.severity(severity)
        return severity if words is None else self.translator.say(words)

    def department(self, name: str) -> str:
        return name or self.say("without a department")

    def span(self, seconds: float) -> str:
        """A length of time; `not done` for what never came."""
        wording = next((self._wording(id) for id in self.played.scenarios), None)
        if seconds == float("inf") or wording is None:
            return self.say("not done")
        return wording.span(round(seconds))

    def _wording(self, scenario: str) -> Wording | None:
        known = self.played.scenarios.get(scenario)
        return Wording(known, self.translator) if known else None

    def share(self, share: Share) -> str:
        """A share with its 95 % interval: `64 % (58–70 %)`."""
        if share.value is None:
            return "–"
        low, high = (round(end * 100) for end in share.interval)
        return f"{percent(share.value)} ({low}–{high} %)"

    def count(self, number: int, small: bool) -> str:
        """How many cases; few are said to be few."""
        return self.say("{number} (few)", number=number) if small else str(number)

    def spread(self, spread: Spread | None) -> str:
        """Median and quartiles of a figure: `71.2 (64.0–80.5)`."""
        if spread is None:
            return "–"
        return f"{figure(spread.median)} ({figure(spread.lower)}–{figure(spread.upper)})"

    def listed(self, items: list[str]) -> str:
        """Several things one after the other."""
        return self.say(", ").join(items)

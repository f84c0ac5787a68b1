"""How a scenario's ids, values and times read in a language, on paper and on screens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from simulator.clock import on_clock
from simulator.language.quantity import Value
from simulator.language.said import Said, say
from simulator.language.text import Text
from simulator.language.translator import Translator
from simulator.scenario.orders import Argument
from simulator.scenario.placeholders import filled
from simulator.scenario.scenario import Scenario

DAY = 86400

PARTS: Mapping[str, Said] = {
    "people": say("people"), "outside": say("people not in a queue"), "tension": say("tension"),
    "distress": say("distress"), "rapport": say("rapport"), "trust": say("trust"), "heard": say("heard"),
    "registered": say("registered"),
    "waited": say("longest wait"), "present": say("present"), "stage": say("stage"),
    "density": say("density"), "full": say("full"),
    "queue": say("queue"), "serving": say("being served"), "windows": say("windows"), "open": say("open"),
    "served": say("served"), "left": say("left unserved"), "injured": say("injured"), "unwell": say("unwell"),
    "on_scene": say("on scene"), "free": say("free"), "travelling": say("on the way"), "tired": say("tired"),
    "place": say("place"),
}  # fmt: skip
"""The parts of incidents, places and units by the names that conditions give them."""

SHARES = ("tension", "distress", "rapport", "trust", "heard", "registered")


@dataclass(frozen=True, slots=True)
class Wording:
    """A scenario and a language: everything that is needed to name a thing."""

    scenario: Scenario
    translator: Translator
    personas: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By the cast's ids the names that were drawn for the drill, as the journal's header has them."""

    def say(self, template: str, **values: object) -> str:
        """A message of the interface."""
        return self.translator.say(Said(template, dict(values)))

    def said(self, said: Said | Text) -> str:
        """A message, or an author's text with the names of the cast in the place of `{…}`."""
        shown = self.translator.say(said)
        if isinstance(said, Said) or "{" not in shown:
            return shown
        return filled(shown, {name: self.person(name) for name in self.scenario.cast})

    def listed(self, items: Iterable[Said | Text | str]) -> str:
        """Several things one after the other; a plain string stands as it is."""
        shown = (item if isinstance(item, str) else self.said(item) for item in items)
        return self.say(", ").join(shown)

    def clock(self, time: int) -> str:
        """An exercise second on the scenario's clock; from the second day on with the day."""
        starts = self.scenario.clock
        day = (starts + time) // DAY + 1
        shown = on_clock(starts, time)
        return shown if day == 1 else self.say("day {day}, {clock}", day=day, clock=shown)

    def span(self, seconds: int) -> str:
        """A length of time in its two largest units: `1 h 30 min`; `0 min` for none."""
        days, rest = divmod(seconds, DAY)
        hours, rest = divmod(rest, 3600)
        minutes, left = divmod(rest, 60)
        parts = [
            self.say("{days} d", days=days) if days else "",
            self.say("{hours} h", hours=hours) if hours else "",
            self.say("{minutes} min", minutes=minutes) if minutes or seconds < 1 else "",
            self.say("{seconds} s", seconds=left) if left else "",
        ]
        return " ".join([part for part in parts if part][:2])

    def exercise(self) -> str:
        """The mark that every screen and score carries."""
        return self.say("EXERCISE")

    def seat(self, seat: str) -> str:
        """The seat's own name, or that of its role in the plan."""
        if seat not in self.scenario.seats:
            return _plain(seat)
        role = self.scenario.emergency_plan.roles.get(self.scenario.role_of(seat))
        name = self.scenario.seats[seat].name or (role.name if role else None)
        return self.said(name) if name else _plain(seat)

    def thing(self, name: str) -> str:
        """A place, unit, incident, person, department, level, order, inject or seat by its id."""
        scenario = self.scenario
        if name in scenario.seats:
            return self.seat(name)
        plan = scenario.emergency_plan
        if name in scenario.cast:
            return self.person(name)
        for known in (scenario.places, scenario.units, scenario.incidents, plan.departments):
            if name in known:
                return self.said(known[name].name)
        if name in plan.levels:
            return self.said(plan.levels[name].name)
        if name in scenario.catalogue.orders:
            return self.verb(name)
        if name in scenario.state and (written := scenario.state[name].name):
            return self.said(written)
        return self.inject(name) if name in scenario.injects else _plain(name)

    def person(self, name: str) -> str:
        """Someone of the cast: the author's name, or the one drawn for this drill."""
        written = self.scenario.cast[name].name
        return self.said(written) if written else self.personas.get(name, {}).get("name", _plain(name))

    def text(self, text: Text, tells: Mapping[str, Value] | None = None) -> str:
        """As `said`, with values that were told in the place of their names too."""
        values: dict[str, object] = {name: self.value(name, value) for name, value in (tells or {}).items()}
        return filled(self.said(text).strip(), values)

    def inject(self, inject: str) -> str:
        """An inject by who sent it: messages bear no titles."""
        sender = self.scenario.injects[inject].from_
        return self.text(sender) if sender else _plain(inject)

    def verb(self, verb: str) -> str:
        known = self.scenario.catalogue.orders
        return self.said(known[verb].name) if verb in known else _plain(verb)

    def path(self, path: str) -> str:
        """A dotted name such as `residents.people` in words."""
        head, _, part = path.partition(".")
        if not part:
            return self.thing(head)
        owner = self.say("harm") if head == "harm" else self.thing(head)
        return self.say("{thing}: {part}", thing=owner, part=self.part(head, part))

    def part(self, head: str, part: str) -> str:
        """One part of a thing in words; a stage bears the author's name for it."""
        if part in PARTS:
            return self.said(PARTS[part])
        stage = getattr(self.scenario.incidents.get(head), "stages", {}).get(part)
        return self.said(stage.name) if stage is not None and stage.name else _plain(part)

    def value(self, path: str, value: Value) -> str:
        """The value of a dotted name as it is read aloud."""
        head, _, part = path.partition(".")
        if isinstance(value, bool):
            return self.say("yes") if value else self.say("no")
        if part == "waited":
            return self.span(int(value)) if isinstance(value, int | float) else value
        if part in SHARES and isinstance(value, int | float):
            return f"{round(value * 100)} %"
        if part == "stage":
            return self.say("calm") if value == "calm" else self.part(head, str(value))
        return self.number(value)

    def number(self, value: Value) -> str:
        """A number with at most one decimal; a word as a name."""
        if isinstance(value, str):
            return self.thing(value)
        return f"{value:.1f}".removesuffix(".0")

    def argument(self, argument: Argument, value: Value) -> str:
        """The value of one argument of an order."""
        if argument.kind == "words":
            return self.say("“{words}”", words=value)
        if argument.kind == "deadline" and isinstance(value, int | float):
            return self.clock(int(value))
        if isinstance(value, str) and value in argument.one_of:
            return self.said(argument.one_of[value])
        return self.number(value)

    def order(self, verb: str, arguments: Mapping[str, Value]) -> str:
        """An order with its arguments: `Open reception (place Reception hall)`."""
        known = self.scenario.catalogue.orders.get(verb)
        if known is None or not arguments:
            return self.verb(verb)
        named = [(known.arguments[name], value) for name, value in arguments.items() if name in known.arguments]
        shown = [self._named(argument, value) for argument, value in named]
        return self.say("{order} ({arguments})", order=self.verb(verb), arguments=shown)

    def _named(self, argument: Argument, value: Value) -> str:
        """An argument by its name and value; the value alone where it says its name itself (`Level III`)."""
        name, shown = self.said(argument.name), self.argument(argument, value)
        return shown if name.casefold() in shown.casefold() else f"{name} {shown}"

    def option(self, decision: str, option: str) -> str:
        """The text of an option."""
        known = self.scenario.decisions.get(decision)
        return self.text(known.options[option].text) if known and option in known.options else _plain(option)


def _plain(name: str) -> str:
    """An id where nothing names it: with spaces for underscores."""
    return name.replace("_", " ").replace(".", " ")

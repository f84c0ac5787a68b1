"""Delivers injects and messages, and puts decisions to seats: when, to whom, and what it tells them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from simulator.engine.core import Core
from simulator.engine.effects import Act
from simulator.engine.gate import Gate
from simulator.engine.streams import draw_window
from simulator.engine.view import Message, OpenDecision, Result, Wanted
from simulator.errors import ContentError
from simulator.journal import entry
from simulator.language.quantity import Value
from simulator.language.said import say
from simulator.language.text import Text
from simulator.scenario.messages import Inject, Trigger
from simulator.scenario.placeholders import placeholders
from simulator.scenario.values import Moment

DEEPEST = 50
"""Injects that bring one another at one second, at most."""


class Delivery:
    """The injects and decisions of one drill."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.act: Act = lambda effects, arguments, stream, own: None
        self.gate = Gate()
        self._delivered: dict[str, int] = {}
        self._depth = 0
        self._after: dict[str, list[Callable[[], None]]] = {}

    def begin(self) -> None:
        """Arm every inject and decision that has a time or a condition of its own."""
        scenario = self._core.scenario
        for name, inject in scenario.injects.items():
            self._arm(name, inject, lambda name=name: self.deliver(name))  # type: ignore[misc]
        for name, decision in scenario.decisions.items():
            self._arm(name, decision, lambda name=name: self.put(name))  # type: ignore[misc]

    def _arm(self, name: str, trigger: Trigger, step: Callable[[], None]) -> None:
        if trigger.at is not None:
            self.schedule(name, trigger.at, lambda: self._if_holds(trigger, step))
        elif trigger.when is not None:
            self._once(trigger, step)

    def _once(self, trigger: Trigger, step: Callable[[], None]) -> None:
        def change(holds: bool) -> None:
            if holds:
                self._core.watches.forget(watch)
                step()

        assert trigger.when is not None
        watch = self._core.watches.watch(trigger.when, change)

    def _if_holds(self, trigger: Trigger, step: Callable[[], None]) -> None:
        if trigger.when is None or self._core.holds(trigger.when):
            step()

    def schedule(self, name: str, moment: Moment, step: Callable[[], None]) -> None:
        """Do something at a written moment; never, where it counts from what never happens."""
        delay = draw_window(moment.window, self._core.streams.of("moment", name))
        if moment.after:
            self.after(moment.after, lambda: self._later(delay, step))
        elif moment.clock is not None:
            self._core.clockwork.at(self._clock(moment.clock), step)
        else:
            self._core.clockwork.at(delay, step)

    def _later(self, delay: int, step: Callable[[], None]) -> None:
        self._core.clockwork.at(self._core.now + delay, step)

    def _clock(self, of_day: int) -> int:
        """The exercise second of a time of day; the next day where it is before the start."""
        return (of_day - self._core.scenario.clock) % 86400

    def after(self, event: str, step: Callable[[], None]) -> None:
        """Do something when an event first happens."""
        seen: list[bool] = []

        def look() -> None:
            if not seen and self._core.facts.happened(event) == self._core.now:
                seen.append(True)
                step()

        self._core.listen(event.partition(".")[0], look)

    # -- injects ------------------------------------------------------------------------------------------

    def deliver(self, name: str) -> None:
        """An inject's time has come; the controller may have held it, skipped it or been ahead of it."""
        if self.gate.passes(name):
            self.deliver_now(name)

    def deliver_now(self, name: str) -> None:
        """An inject reaches its seats, with its effects and the decisions it asks."""
        with self._one_deeper(name):
            self._deliver(name)

    def _deliver(self, name: str) -> None:
        inject = self._core.scenario.injects[name]
        number = self._delivered[name] = self._delivered.get(name, 0) + 1
        tells = self.values(inject.tells) | self._in_text(inject)
        numbers = {seat: len(self._core.desks[seat].inbox) + 1 for seat in inject.to}
        if self._is_understood(inject):
            self._hand_over(name, inject, numbers, tells)
        else:
            self._hand_over(name, inject, numbers, {}, understood=False)
            self._when_understood(name, inject, numbers, tells)
        self._core.happen(name)
        self.act(inject, {}, f"inject/{name}/{number}", "")
        for decision in inject.asks:
            self.put(decision)
        if inject.repeat is not None:
            self._later(inject.repeat, lambda: self._if_holds(inject, lambda: self.deliver(name)))

    @contextmanager
    def _one_deeper(self, name: str) -> Iterator[None]:
        """While an inject is delivered that another may have brought."""
        self._depth += 1
        try:
            if self._depth > DEEPEST:
                message = say("the inject '{name}' is brought by injects that bring one another", name=name)
                raise ContentError(message, say("break the circle, or give one of them a time of its own"))
            yield
        finally:
            self._depth -= 1

    def awaits(self, name: str) -> bool:
        """Whether an inject has not been delivered yet, so that its time may still come."""
        return name not in self._delivered

    def _is_understood(self, inject: Inject) -> bool:
        if inject.original is None:
            return True
        return inject.understood is not None and self._core.holds(inject.understood)

    def _hand_over(
        self, name: str, inject: Inject, numbers: Mapping[str, int], tells: Mapping[str, Value], understood: bool = True
    ) -> None:
        payload = {"inject": name, "to": list(inject.to), "tells": dict(tells), "numbers": dict(numbers)}
        self._core.write(entry.DELIVERED, payload | ({} if understood else {"understood": False}))
        for seat, number in numbers.items():
            message = Message(number, self._core.now, name, "", "", tells, None, understood=understood)
            self._core.desks[seat].receive(message)
            self._core.reach(seat)
        self._remember(tells)

    def _when_understood(
        self, name: str, inject: Inject, numbers: Mapping[str, int], tells: Mapping[str, Value]
    ) -> None:
        """Once somebody interprets, the same message reaches its seats anew."""

        def interpret(holds: bool) -> None:
            if holds:
                self._core.watches.forget(watch)
                payload = {"inject": name, "to": list(inject.to), "tells": dict(tells), "numbers": dict(numbers)}
                self._core.write(entry.UNDERSTOOD, payload)
                for seat, number in numbers.items():
                    self._core.desks[seat].understand(number, tells, self._core.now)
                    self._core.reach(seat)
                self._remember(tells)

        if inject.understood is not None:
            watch = self._core.watches.watch(inject.understood, interpret)

    def _remember(self, tells: Mapping[str, Value]) -> None:
        for path, value in tells.items():
            self._core.facts.remember_told(path, value)
            self._core.touch(path.partition(".")[0])

    def values(self, tells: Mapping[str, Value]) -> dict[str, Value]:
        """What is told: a value as written, or what the name it gives is worth now."""
        return {path: self._worth(value) for path, value in tells.items()}

    def _worth(self, value: Value) -> Value:
        if isinstance(value, str) and self._core.is_name(value):
            return self.present(value)
        return value

    def present(self, path: str) -> Value:
        """The true value of a name now."""
        value = self._core.facts.quantity(path).at(self._core.now)
        return round(value, 6) if isinstance(value, float) else value

    def _in_text(self, inject: Inject) -> dict[str, Value]:
        """The names that stand in `{ }` in its text, and what they are worth now."""
        named = (path for path in placeholders(inject.text) if path not in inject.tells)
        return {path: self.present(path) for path in named if path not in self._core.scenario.cast}

    # -- messages between seats ---------------------------------------------------------------------------

    def send(
        self, seat: str, sender: str, about: str, tells: Mapping[str, Value], words: str = "",
        *, speaker: str = "", wanted: Wanted | None = None,
    ) -> None:  # fmt: skip
        """A message from another seat or a character, or the reply to a question, reaches a seat."""
        desk = self._core.desks[seat]
        number = len(desk.inbox) + 1
        message = Message(
            number, self._core.now, "", sender, about, tells, None, words, speaker=speaker, wanted=wanted
        )  # fmt: skip
        self._core.write(entry.MESSAGE, _written(message), seat)
        desk.receive(message)
        self._remember(tells)
        self._core.reach(seat)

    # -- decisions ----------------------------------------------------------------------------------------

    def put(self, name: str) -> None:
        """A decision is put to its seat, once; its clock starts after its reading time."""
        decision = self._core.scenario.decisions[name]
        desk = self._core.desks[decision.to]
        if name in desk.decisions or name in desk.answered:
            return
        now = self._core.now
        starts = now + self.reading(decision.text, *(option.text for option in decision.options.values()))
        options = list(decision.options)
        self._core.streams.of("options", name).shuffle(options)
        closes = starts + decision.time_limit
        open_decision = OpenDecision(name, now, starts, closes, tuple(options))
        desk.decisions[name] = open_decision
        payload = {"decision": name, "starts": starts, "closes": closes, "options": options}
        self._core.write(entry.PUT, payload, decision.to)
        self.act(decision, {}, f"decision/{name}", "")
        self._core.clockwork.at(closes, lambda: self._silence(name))
        self._core.reach(decision.to)

    def reading(self, *texts: Text) -> int:
        """Seconds to read texts one after another, at the catalogue's pace."""
        attention = self._core.scenario.catalogue.attention
        total = 0
        for text in texts:
            total += text.reading_seconds(attention.words_per_minute, attention.characters_per_minute)
        return total

    def _silence(self, name: str) -> None:
        desk = self._core.desks[self._core.scenario.decisions[name].to]
        if name in desk.decisions:
            option = self._core.scenario.decisions[name].if_silent
            self._core.write(entry.SILENT, {"decision": name, "option": option}, desk.seat)
            self._core.reach(desk.seat)
            self.settle_decision(name, option, "silent")

    def settle_decision(self, name: str, option: str, outcome: str) -> None:
        """An answer, or silence, takes effect; the next turn of the conversation follows."""
        decision = self._core.scenario.decisions[name]
        desk = self._core.desks[decision.to]
        desk.decisions.pop(name, None)
        desk.answered[name] = option
        desk.results.append(Result(self._core.now, 0, name, outcome))
        self._core.facts.answers[name] = option
        self._core.facts.mark(name)
        self._core.happen(f"{name}={option}", name)
        chosen = decision.options[option]
        self.act(chosen, {}, f"option/{name}/{option}", "")
        if chosen.then:
            self.put(chosen.then)


def _written(message: Message) -> dict[str, object]:
    """A message as the journal has it: what it does not have is left out."""
    wanted = message.wanted
    payload: dict[str, object] = {
        "number": message.number, "from": message.sender, "about": message.about, "tells": dict(message.tells),
    }  # fmt: skip
    if message.words:
        payload["words"] = message.words
    if message.speaker:
        payload["speaker"] = message.speaker
    if wanted is not None:
        asked = {"request": wanted.request, "verb": wanted.verb, "with": dict(wanted.arguments)}
        payload["wanted"] = asked | ({"answered": wanted.answered} if wanted.answered else {})
    return payload

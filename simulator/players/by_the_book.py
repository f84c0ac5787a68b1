"""Plays a book in a seat as a person would: reads what came, does the most urgent thing first, one at a time,
answers when asked. At once, or everything a while later.
"""

from dataclasses import dataclass

from simulator.engine.view import OpenDecision, Result, View
from simulator.journal.acts import Act, Answer, Open, Order
from simulator.players.book import Book
from simulator.players.duties import Duty, duties, triggers
from simulator.players.resolving import missing, order_of
from simulator.scenario.deeds import Ordered
from simulator.scenario.scenario import Scenario

PATIENCE = 900
"""Seconds to wait for the reply to a question before acting without it."""

AGAIN = 300
"""Seconds after which an order is given again that failed because its unit was on its way."""


@dataclass(frozen=True, slots=True)
class Given:
    """An order given for a duty: the deed of that number of its task."""

    second: int
    order: Order
    duty: Duty
    deed: int


class ByTheBook:
    """A player with a book. An order that is refused is not given again; one whose unit was travelling is."""

    def __init__(
        self, scenario: Scenario, seat: str, book: Book, *, delay: int = 0, always_answers: bool = False
    ) -> None:
        """*delay*: seconds by which each thing is done later than it could be. With *always_answers* a
        decision is answered before it closes even where the delay is longer than its time limit.
        """
        self._scenario = scenario
        self._seat = seat
        self._book = book
        self._delay = delay
        self._always_answers = always_answers
        self._dues = triggers(scenario, book.tasks)
        self._names = tuple(book.tasks)
        self._duties: dict[tuple[str, int], Duty] = {}
        self._done: dict[Duty, int] = {}
        self._not_before: dict[Duty, int] = {}
        self._given: list[Given] = []
        self._results = 0
        self._came: tuple[int, tuple[OpenDecision, ...]] = (0, ())
        self._opened: set[int] = set()
        self._answered: set[tuple[str, int]] = set()
        self._asked: dict[str, int] = {}
        self._wakes: int | None = None

    def wakes(self) -> int | None:
        return self._wakes

    def act(self, view: View) -> list[Act]:
        self._take_in(view)
        acts: list[Act] = [*self._answers(view)]
        if not busy(view):
            step = self._next_step(view)
            acts += [step] if step else []
        self._wakes = self._next_wake(view, bool(acts))
        return acts

    def _take_in(self, view: View) -> None:
        """What has fallen due, and what became of the orders given."""
        came = (len(view.inbox), view.decisions)
        if came != self._came:
            self._came = came
            self._take_in_duties(view)
        for result in view.results[self._results :]:
            if result.outcome == "failed" and result.reason == "travelling":
                self._take_back(result)
        self._results = len(view.results)

    def _take_in_duties(self, view: View) -> None:
        for duty in duties(self._scenario, self._dues, view):
            key = (duty.expectation, duty.instance)
            if key not in self._duties:
                self._duties[key] = duty
                self._not_before[duty] = duty.due + self._delay

    def _take_back(self, result: Result) -> None:
        """The order has come to nothing because its unit was on its way: it is to be given again."""
        for given in reversed(self._given):
            if given.order.verb == result.name:
                self._given.remove(given)
                self._done[given.duty] = given.deed
                self._not_before[given.duty] = result.time + AGAIN
                return

    def _answers(self, view: View) -> list[Answer]:
        """The answers to the decisions whose time has come."""
        now = [decision for decision in self._open_decisions(view) if self._release(decision) <= view.time]
        self._answered.update((decision.decision, decision.put) for decision in now)
        return [Answer(decision.decision, self._book.options[decision.decision]) for decision in now]

    def _open_decisions(self, view: View) -> list[OpenDecision]:
        mine = (decision for decision in view.decisions if decision.decision in self._book.options)
        return [decision for decision in mine if (decision.decision, decision.put) not in self._answered]

    def _release(self, decision: OpenDecision) -> int:
        """The second at which a decision is answered."""
        wished = decision.put + self._delay
        return min(wished, max(decision.put, decision.closes - 1)) if self._always_answers else wished

    def _next_step(self, view: View) -> Act | None:
        """One act towards the most urgent duty that can go on; where there is none, reading."""
        for duty in sorted(self._ready(view), key=self._urgency):
            step = self._step(duty, view)
            if step is not None:
                return step
        unread = (message for message in view.inbox if message.time + self._delay <= view.time)
        numbers = [message.number for message in unread if self._is_unread(message.number, view)]
        return self._open(numbers[0]) if numbers else None

    def _ready(self, view: View) -> list[Duty]:
        """The duties whose time has come and that are not done with."""
        ready = (duty for duty, second in self._not_before.items() if second <= view.time)
        return [duty for duty in ready if self._done.get(duty, 0) < len(self._book.tasks[duty.expectation])]

    def _urgency(self, duty: Duty) -> tuple[int, int]:
        target = self._scenario.expectations[duty.expectation].target
        return duty.due + target, self._names.index(duty.expectation)

    def _step(self, duty: Duty, view: View) -> Act | None:
        """The next act for a duty; nothing where it waits for a reply or is done with."""
        if self._is_unread(duty.message, view):
            return self._open(duty.message)
        task = self._book.tasks[duty.expectation]
        while (number := self._done.get(duty, 0)) < len(task):
            deed = task[number]
            # Answers are given when their decision is put, not here.
            if isinstance(deed, Ordered):
                waits = self._waits_for(deed, view)
                if waits:
                    return self._ask(waits, view)
                order = order_of(self._scenario, deed, view)
                if not self._has_given(order, duty):
                    return self._give(Given(view.time, order, duty, number))
            self._done[duty] = number + 1
        return None

    def _give(self, given: Given) -> Order:
        self._given.append(given)
        self._done[given.duty] = given.deed + 1
        return given.order

    def _is_unread(self, number: int, view: View) -> bool:
        if number in self._opened or not number:
            return False
        return all(message.opened is None for message in view.inbox if message.number == number)

    def _open(self, number: int) -> Open:
        self._opened.add(number)
        return Open(number)

    def _has_given(self, order: Order, duty: Duty) -> bool:
        """Whether this very order was given since the duty fell due; a repeated duty needs one of its own."""
        if self._scenario.expectations[duty.expectation].repeat:
            return False
        return any(given.second >= duty.due and given.order == order for given in self._given)

    def _waits_for(self, deed: Ordered, view: View) -> str | None:
        """The name whose value the order needs, and for which it is still worth waiting."""
        path = missing(deed, view)
        if path is None or view.time >= self._asked.get(path, view.time) + PATIENCE:
            return None
        topic = path.split(".")[0]
        known = topic in self._scenario.injects or topic in self._scenario.incidents
        return path if known and (path in self._asked or "ask" in view.orders) else None

    def _ask(self, path: str, view: View) -> Order | None:
        """A question after a value, once."""
        if path in self._asked:
            return None
        self._asked[path] = view.time
        return Order("ask", {"about": path.split(".")[0]})

    def _next_wake(self, view: View, acted: bool) -> int | None:
        """When to look again: after what it is doing, when something is released, when a reply is overdue."""
        seconds = [view.time + 1] if acted else []
        seconds += [max(view.busy_until, view.time) + 1] if busy(view) else []
        seconds += self._not_before.values()
        seconds += [self._release(decision) for decision in self._open_decisions(view)]
        seconds += [message.time + self._delay for message in view.inbox]
        seconds += [asked + PATIENCE for asked in self._asked.values()]
        return min((second for second in seconds if second > view.time), default=None)


def busy(view: View) -> bool:
    """Whether the seat has something in hand, or something waiting."""
    return view.current is not None or bool(view.queue) or view.busy_until > view.time

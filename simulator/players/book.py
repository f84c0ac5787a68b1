"""What somebody who knows the plan means to do in a seat: the deeds of every expectation, an option for
every decision. The bots that go by the book, or half of it, or against it, each play such a book.

Nothing here is derived from conditions: it all stands in `do`, `wrong` and the options of the scenario.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from simulator.language.tree import Argument, Word
from simulator.players.chance import Chance
from simulator.scenario.deeds import Answered, Deed, Ordered, deed_of, deeds
from simulator.scenario.expectations import Expectation
from simulator.scenario.messages import Decision, Option
from simulator.scenario.names import plan_choices
from simulator.scenario.scenario import Scenario

SEVERITY = {"": 0, "harmful": 1, "unlawful": 2, "critical": 3}
"""How bad a breach is; nothing for none."""


@dataclass(frozen=True, slots=True)
class Book:
    """The intentions of one seat."""

    tasks: Mapping[str, tuple[Deed, ...]]
    """By the expectation's id, in the scenario's order: what to do once it is due."""
    options: Mapping[str, str]
    """By the decision's id: the option to take. What is missing is left unanswered."""


def the_book(scenario: Scenario, seat: str) -> Book:
    """What the plan expects of a seat; where it expects no answer, the best lawful option."""
    own = expectations_of(scenario, seat)
    put = {name: decision for name, decision in scenario.decisions.items() if decision.to == seat}
    options = {name: best_option(decision) for name, decision in put.items()}
    tasks = {name: deeds(expectation) for name, expectation in own.items()}
    return Book(tasks, options | _expected_answers(tasks.values()))


def expectations_of(scenario: Scenario, seat: str) -> dict[str, Expectation]:
    """The expectations of a seat by id, in the scenario's order."""
    return {name: found for name, found in scenario.expectations.items() if found.of == seat}


def _expected_answers(tasks: Iterable[tuple[Deed, ...]]) -> dict[str, str]:
    return {deed.decision: deed.option for task in tasks for deed in task if isinstance(deed, Answered)}


def best_option(decision: Decision) -> str:
    """The option of the highest quality among those that are no breach; of all, where every one is."""
    lawful = {name: option for name, option in decision.options.items() if option.conduct is None}
    among: Mapping[str, Option] = lawful or decision.options
    return max(among, key=lambda name: among[name].quality)


def part_of(book: Book, share: float, chance: Chance) -> Book:
    """A book from which each expectation is kept with this probability, and each decision that none names."""
    tasks = {name: task for name, task in book.tasks.items() if chance.random() < share}
    named = _expected_answers(book.tasks.values())
    others = {name: option for name, option in book.options.items() if name not in named}
    kept = {name: option for name, option in others.items() if chance.random() < share}
    return Book(tasks, kept | _expected_answers(tasks.values()))


def heavy_hand(scenario: Scenario, seat: str, book: Book) -> Book:
    """The book with every tempting breach that is unlawful or worse in the place of what is right."""
    tasks = {
        name: _breach(scenario, seat, expectation) or book.tasks[name]
        for name, expectation in expectations_of(scenario, seat).items()
    }
    options = {name: _harshest(scenario, scenario.decisions[name], option) for name, option in book.options.items()}
    return Book(tasks, options | _breaching_answers(scenario, tasks.values()))


def severity(scenario: Scenario, code: str | None) -> int:
    """How bad the breach of this code is; 0 for no code."""
    return SEVERITY[scenario.conduct.codes[code].severity] if code in scenario.conduct.codes else 0


def _breach(scenario: Scenario, seat: str, expectation: Expectation) -> tuple[Deed, ...]:
    """The worst of the wrong acts that belong to an expectation; nothing where none is unlawful."""
    tempting = [deed for deed in map(deed_of, expectation.wrong) if deed and _may(scenario, seat, deed)]
    worst = max(tempting, key=lambda deed: _severity_of(scenario, deed), default=None)
    if worst is None or _severity_of(scenario, worst) < SEVERITY["unlawful"]:
        return ()
    return (_completed(scenario, worst, expectation) if isinstance(worst, Ordered) else worst,)


def _may(scenario: Scenario, seat: str, deed: Deed) -> bool:
    return isinstance(deed, Answered) or scenario.may_order(seat, deed.verb)


def _severity_of(scenario: Scenario, deed: Deed) -> int:
    if isinstance(deed, Ordered):
        return severity(scenario, scenario.order(deed.verb).conduct)
    return severity(scenario, scenario.decisions[deed.decision].options[deed.option].conduct)


def _completed(scenario: Scenario, deed: Ordered, expectation: Expectation) -> Ordered:
    """An order with every argument it needs: as in the pattern, else as in what was right, else the first."""
    right = {arg.name: arg for found in deeds(expectation) if isinstance(found, Ordered) for arg in found.arguments}
    named = {arg.name: arg for arg in deed.arguments}
    needed = scenario.order(deed.verb).arguments
    found = {
        name: named.get(name) or right.get(name) or _first(name, plan_choices(scenario, argument))
        for name, argument in needed.items()
        if name in named or not argument.optional
    }
    return replace(deed, arguments=tuple(found.values()))


def _first(name: str, choices: tuple[str, ...]) -> Argument:
    return Argument(name, Word(choices[0] if choices else "", (0, 0)), (0, 0))


def _harshest(scenario: Scenario, decision: Decision, otherwise: str) -> str:
    """The option that is the worst breach; *otherwise* where none is one."""
    grades = {name: severity(scenario, option.conduct) for name, option in decision.options.items()}
    worst = max(grades, key=lambda name: grades[name])
    return worst if grades[worst] else otherwise


def _breaching_answers(scenario: Scenario, tasks: Iterable[tuple[Deed, ...]]) -> dict[str, str]:
    answers = _expected_answers(tasks)
    return {
        name: option for name, option in answers.items() if scenario.decisions[name].options[option].conduct is not None
    }

"""What the library of shipped scenarios holds: every type of the plan, every clause, enough to do in each."""

import pytest

from simulator.language.tree import Act
from simulator.scenario.scenario import Scenario
from tests.playthroughs.shipped import SCENARIOS, scenario

TYPES = ("mass", "individual", "sudden", "online", "disaster", "event", "ethnic-religious", "foreign")

LANGUAGES_ABROAD = 4
"""So many languages are spoken in `foreign` before an interpreter works."""


def cited(found: Scenario) -> set[str]:
    return {clause for expectation in found.expectations.values() for clause in expectation.clauses}


def test_every_type_of_the_plan_has_its_scenario() -> None:
    assert {scenario(name).type for name in SCENARIOS} == {*TYPES, "tutorial", "final-exam"}


def test_every_clause_is_expected_somewhere_or_served_by_the_product() -> None:
    plan = scenario("mass").emergency_plan
    expected = set().union(*(cited(scenario(name)) for name in SCENARIOS))
    assert [name for name, clause in plan.clauses.items() if name not in expected and clause.served_by is None] == []


@pytest.mark.parametrize("name", SCENARIOS)
def test_each_exercises_what_the_plan_asks_of_its_type(name: str) -> None:
    found = scenario(name)
    assert set(found.emergency_plan.types[found.type].clauses) - cited(found) == set()


@pytest.mark.parametrize("name", TYPES)
def test_each_type_has_enough_to_decide(name: str) -> None:
    found = scenario(name)
    assert 3 <= len(found.seats) <= 6
    assert len(found.injects) >= 12
    assert sum(1 for inject in found.injects.values() if inject.when is not None) >= 3
    assert len(found.expectations) >= 8
    assert len(found.decisions) >= 4


@pytest.mark.parametrize("name", TYPES)
def test_each_type_has_a_conversation_and_temptations(name: str) -> None:
    found = scenario(name)
    turns = [
        option.then for decision in found.decisions.values() for option in decision.options.values() if option.then
    ]
    wrong = [act.tree.verb for each in found.expectations.values() for act in each.wrong if isinstance(act.tree, Act)]
    tempting = {verb for verb in wrong if found.order(verb).conduct is not None}
    assert turns
    assert len(tempting) >= 6


def test_petitioners_from_abroad_speak_their_own_languages_until_somebody_interprets() -> None:
    originals = [inject.original for inject in scenario("foreign").injects.values() if inject.original is not None]
    assert len({original.language.in_language("en") for original in originals}) >= LANGUAGES_ABROAD

"""Neither the place nor the length of an option tells which one is best."""

import pytest

from simulator.scenario.messages import Decision
from tests.playthroughs.shipped import SCENARIOS, scenario

WITH_DECISIONS = [name for name in SCENARIOS if len(scenario(name).decisions) >= 4]


def best(decision: Decision) -> str:
    return max(decision.options, key=lambda option: decision.options[option].quality)


def longest(decision: Decision, language: str) -> str:
    return max(decision.options, key=lambda option: len(decision.options[option].text.in_language(language)))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", WITH_DECISIONS)
def test_the_best_option_is_seldom_the_longest(name: str, language: str) -> None:
    decisions = scenario(name).decisions.values()
    lengths = [
        {key: len(option.text.in_language(language)) for key, option in each.options.items()} for each in decisions
    ]
    longest = [max(options, key=lambda key: options[key]) for options in lengths]
    told = sum(1 for found, each in zip(longest, decisions, strict=True) if found == best(each))
    assert told <= 0.4 * len(decisions)


@pytest.mark.parametrize("name", WITH_DECISIONS)
def test_the_best_option_is_seldom_written_first(name: str) -> None:
    decisions = scenario(name).decisions.values()
    first = sum(1 for each in decisions if next(iter(each.options)) == best(each))
    assert first <= 0.25 * len(decisions)

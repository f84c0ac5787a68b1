"""What people and scripts write as the arguments of an order, read into the values that acts bear."""

from pathlib import Path
from typing import Any

import pytest

from simulator.clock import Malformed
from simulator.scenario.arguments import read_argument, read_order
from simulator.scenario.scenario import Scenario
from tests.authoring.sample import sample

NOW = 600
"""07:50 on the sample's clock, which starts at 07:40."""


@pytest.fixture(name="scenario", scope="module")
def _scenario(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    folder: Path = tmp_path_factory.mktemp("sample")
    return sample(folder)


READ = [
    ("open_reception", "place", "hall", "hall"),
    ("open_reception", "windows", 3, 3),
    ("open_reception", "windows", "3", 3),
    ("report_upward", "people", "86", 86),
    ("report_upward", "kind", "first", "first"),
    ("activate", "level", "III", "III"),
    ("notify_department", "department", "housing_bureau", "housing_bureau"),
    ("tell", "seat", "commander", "commander"),
    ("tell", "about", "doors", "doors"),
    ("ask", "about", "residents", "residents"),
    ("review_event", "who", "ms_yu", "ms_yu"),
    ("promise", "what", "listen", "listen"),
    ("promise", "by", "45m", NOW + 2700),
    ("promise", "by", "15d", NOW + 15 * 86400),
    ("promise", "by", "11:00", 12000),
    ("promise", "by", "07:50", NOW),
    ("promise", "by", "07:45", 300 + 86400),
]


@pytest.mark.parametrize(("verb", "name", "written", "value"), READ)
def test_a_written_argument_becomes_its_value(
    scenario: Scenario, verb: str, name: str, written: Any, value: int | str
) -> None:
    assert read_argument(scenario, verb, name, written, NOW) == value


REFUSED = [
    ("open_receptio", "place", "hall", "E303", "did you mean 'open_reception'?"),
    ("open_reception", "plce", "hall", "E310", "did you mean 'place'? it takes: place, windows"),
    ("open_reception", "place", "hal", "E301", "did you mean 'hall'? it can be: hall, bureau"),
    ("open_reception", "windows", "two", "E306", "write a number such as 60 or 0.6"),
    ("report_upward", "people", -1, "E306", "write a number from 0 to 1000000"),
    ("report_upward", "people", True, "E306", "write a number such as 60 or 0.6"),
    ("report_upward", "kind", "second", "E301", "it can be: first, follow_up, final"),
    ("activate", "level", "IIII", "E301", "did you mean 'III'? it can be: IV, III, II, I"),
    ("promise", "by", 45, "E302", 'write 45m or 15d from now, or "11:00"'),
    ("promise", "by", "soon", "E210", "write a number with its unit: 90s, 10m, 1h30m, 15d"),
]


@pytest.mark.parametrize(("verb", "name", "written", "code", "remedy"), REFUSED)
def test_an_argument_that_means_nothing_is_refused_with_a_remedy(
    scenario: Scenario, verb: str, name: str, written: Any, code: str, remedy: str
) -> None:
    with pytest.raises(Malformed) as raised:
        read_argument(scenario, verb, name, written, NOW)
    assert (raised.value.code, str(raised.value.error.remedy)) == (code, remedy)


def test_an_order_is_read_in_the_order_of_the_catalogue_and_without_what_is_not_given(scenario: Scenario) -> None:
    read = read_order(scenario, "promise", {"by": "1h", "what": "listen"}, NOW)
    assert list(read.items()) == [("what", "listen"), ("by", 4200)]


def test_an_order_without_what_it_needs_is_refused(scenario: Scenario) -> None:
    with pytest.raises(Malformed) as raised:
        read_order(scenario, "promise", {"what": "listen"}, NOW)
    assert (raised.value.code, str(raised.value.error.message)) == ("E405", "'promise' needs 'by'")

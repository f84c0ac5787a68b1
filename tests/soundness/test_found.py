"""Small cases of what random ones brought to light, each with what must come of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from simulator.authoring.load import scenario_or_raise
from simulator.engine.drill import Drill
from simulator.errors import ContentError
from simulator.journal.acts import Order
from simulator.journal.entry import SPREAD, TIRED
from tests.engine.little import LITTLE, drill, kinds, little, play, run


def inject(**settings: Any) -> dict[str, Any]:
    return {"at": "1m", "to": "commander", "text": "A shout.", **settings}


def chained(count: int, step: Any) -> dict[str, Any]:
    """Injects of which each leads to the next."""
    return {f"i{number}": step(f"i{number + 1}") for number in range(count)} | {f"i{count}": inject()}


def written(folder: Path, **changes: Any) -> Path:
    """The little scenario with these settings, as a file."""
    path = folder / "scenario.yaml"
    path.write_text(json.dumps(LITTLE | changes), encoding="utf-8")
    return path


def test_a_sum_of_hundreds_of_values_is_refused_at_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, injects={"a": inject(when="elapsed > 1m" + " + 1m" * 300)})
    with pytest.raises(ContentError, match="more than 30 values in one sum"):
        scenario_or_raise(path)


def test_an_inject_cannot_come_back_at_the_very_second_it_came() -> None:
    with pytest.raises(ValidationError, match="greater than 0"):
        little(injects={"a": inject(repeat="0s")})


@pytest.mark.parametrize(
    "injects",
    [
        {"a": inject(inject="a")},
        {"a": inject(inject="b"), "b": {"to": "commander", "text": "y", "inject": "a"}},
        chained(60, lambda following: {"to": "commander", "text": "x", "inject": following})
        | {"start": inject(inject="i0")},
    ],
    ids=["itself", "each other", "sixty"],
)  # fmt: skip
def test_injects_that_bring_one_another_end_with_a_clear_error(injects: dict[str, Any]) -> None:
    found = Drill(little(injects=injects), 1)
    with pytest.raises(ContentError, match="is brought by injects that bring one another") as caught:
        run(found, 120)
    assert str(caught.value.remedy) == "break the circle, or give one of them a time of its own"


def test_thousands_of_moments_that_count_from_one_another_are_checked(tmp_path: Path) -> None:
    chain = chained(2500, lambda following: inject(at=f"{following} + 1s"))
    assert len(scenario_or_raise(written(tmp_path, injects=chain)).injects) == 2501


@pytest.mark.parametrize("above", [0.00001, 0.1 + 0.2, 1 / 3])
def test_a_threshold_may_have_any_digits(above: float) -> None:
    heat = {"raises": 0.2, "above": above, "until_below": above / 3}
    assert play(drill(residents={"pressures": {"heat": heat}}), []).over


def test_a_unit_at_rest_does_not_tire_for_having_been_relieved() -> None:
    found = play(drill(), [(60, "petition_lead", Order("relieve", {"unit": "team"}))])
    assert kinds(found, TIRED) == []


def test_no_more_people_stop_telling_a_rumour_than_told_it() -> None:
    rumour = {"kind": "rumour", "name": "Rumour", "audience": 100, "telling": 1.0, "start": 0.9, "correction": 1.0,
              "corrected": "elapsed > 2m", "denied": "elapsed > 0m"}  # fmt: skip
    found = drill(incidents={"rumour": rumour})
    run(found, 3600)
    live: Any = found._world.doing.incidents["rumour"]
    assert live.ignorant + live.spreaders + live.stiflers + live.corrected == pytest.approx(1.0, abs=1e-12)
    assert all(entry.payload["corrected"] <= 0.1 for entry in kinds(found, SPREAD))


def test_who_returns_unserved_takes_their_old_place_in_the_wait() -> None:
    found = drill(residents={"people": 1})
    run(found, 1)
    crowd = found._world.gatherings["residents"]
    run(found, 100)
    crowd.come(1)
    first, second = crowd.take_in(), crowd.take_in()
    run(found, 200)
    crowd.come(1)
    assert (first, second) == (0, 100)
    crowd.give_back(0, 0.0)
    crowd.give_back(100, 0.0)
    assert crowd.part("waited").at(found.now) == 200


def test_a_rumour_that_begins_again_has_one_audience() -> None:
    rumour = {"kind": "rumour", "name": "Rumour", "audience": 100, "telling": 0.9, "start": 0.1,
              "revival": {"when": "elapsed > 40m", "share": 0.5}}  # fmt: skip
    injects = {"over": inject(at="20m", ends="rumour"), "anew": inject(at="30m", starts="rumour")}
    found = drill(incidents={"rumour": rumour}, injects=injects)
    live: Any = found._world.doing.incidents["rumour"]
    run(found, 1801)
    assert (live.ignorant, live.spreaders, live.stiflers, live.reach) == (0.9, 0.1, 0.0, 0.1)
    run(found, 2399)
    before = live.stiflers
    run(found, 2402)
    assert live.stiflers == pytest.approx(before / 2, rel=0.05), "it is revived once"
    assert live.ignorant + live.spreaders + live.stiflers + live.corrected == pytest.approx(1.0, abs=1e-12)


def test_to_a_group_that_has_gone_home_nobody_comes_and_one_that_is_back_grows_as_before() -> None:
    injects = {"over": inject(at="25m", ends="residents"), "anew": inject(at="55m", starts="residents")}
    stream = {"every": "10m", "people": 3}
    found = drill(residents={"people": 10, "at": "0m", "arrivals": stream}, injects=injects)
    crowd = found._world.gatherings["residents"]
    seen = []
    for minute in (24, 54, 59, 89):
        run(found, minute * 60)
        seen.append((crowd.people, crowd.gone))
    assert seen == [(16, 0), (0, 16), (10, 16), (19, 16)]

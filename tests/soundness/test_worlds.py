"""The made-up scenarios have every setting that an author can write, so that what holds of them holds of any."""

from collections import Counter
from collections.abc import Iterator

from hypothesis import given

from simulator.scenario import crises, effects, expectations, incidents, messages, moods, scenario
from simulator.scenario.conduct import Conduct
from simulator.scenario.expectations import Playthrough
from simulator.scenario.messages import Trigger
from simulator.scenario.model import Model
from simulator.scenario.orders import Catalogue, OrderType
from simulator.scenario.plan import Plan
from simulator.scenario.scenario import Scenario, ScenarioFile
from tests.soundness.effort import effort
from tests.soundness.worlds import worlds

TELLING = {"name", "title", "summary", "why", "notes", "difficulty", "playthroughs", "plan", "part"}
"""What names, explains or introduces: nothing that happens hangs on it."""


def written(part: object) -> Iterator[str]:
    """The settings that an author has written in a part, as `Inject.when`."""
    if isinstance(part, Model):
        kind = "ScenarioFile" if isinstance(part, Scenario) else type(part).__name__
        for name in (
            part.model_fields_set & (ScenarioFile if kind == "ScenarioFile" else type(part)).model_fields.keys()
        ):
            yield f"{kind}.{name}"
            yield from written(getattr(part, name))
    elif isinstance(part, dict | list | tuple):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from written(inner)


def settings() -> set[str]:
    """Every setting of what an author writes."""
    modules = (scenario, incidents, crises, messages, effects, moods, expectations)
    found = [each for module in modules for each in vars(module).values() if isinstance(each, type)]
    models = {each for each in found if issubclass(each, Model)} - {Model, Scenario, Trigger, Plan, Conduct}
    models -= {Catalogue, OrderType, Playthrough}
    every = {f"{kind.__name__}.{name}" for kind in models for name in kind.model_fields}
    return {setting for setting in every if setting.partition(".")[2] not in TELLING}


def test_every_setting_comes_up_in_some_made_up_scenario() -> None:
    found: Counter[str] = Counter()

    @effort(100)
    @given(worlds)
    def draw(world: Scenario) -> None:
        found.update(written(world))

    draw()
    assert sorted(setting for setting in settings() if not found[setting]) == []

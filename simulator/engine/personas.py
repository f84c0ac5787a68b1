"""Names and jobs of the cast that the author left open: drawn once, with the drill's seed, by Faker.

They stand in the journal's header and are taken from there in a replay, so that another version of Faker
cannot change an old drill. Only names and jobs: nothing that could be a real identity or number.
"""

from collections.abc import Mapping

from simulator.engine.streams import Streams
from simulator.scenario.scenario import Scenario

Personas = Mapping[str, Mapping[str, str]]
"""By the cast's id: name and job."""


def draw_personas(scenario: Scenario, seed: int) -> dict[str, dict[str, str]]:
    """The persons whose names the scenario leaves to chance. Faker is loaded only where there are any."""
    streams = Streams(seed)
    return {
        name: _drawn(member.locale, streams.of("persona", name).getrandbits(32))
        for name, member in scenario.cast.items()
        if member.name is None and member.locale is not None
    }


def _drawn(locale: str, seed: int) -> dict[str, str]:
    from faker import Faker

    faker = Faker(locale)
    faker.seed_instance(seed)
    if locale == "zh_CN":
        return {"name": faker.name(), "job": faker.job()}
    # First and last name of one gender: in some languages the last name has two forms.
    if seed % 2:
        return {"name": f"{faker.first_name_female()} {faker.last_name_female()}", "job": faker.job()}
    return {"name": f"{faker.first_name_male()} {faker.last_name_male()}", "job": faker.job()}

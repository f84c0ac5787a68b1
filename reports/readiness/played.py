"""The scenarios that were played, as their journals hold them: for the names of things, and for the bots."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from reports.records.rows import PlayedDrill
from simulator.authoring.library import shipped, shipped_folder
from simulator.authoring.load import load_scenario
from simulator.errors import DrillroomError
from simulator.journal.reading import read_journal
from simulator.language.text import Text
from simulator.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Played:
    """The scenarios by id, each in the version that was played most, as far as one could be read."""

    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    """Which version each is."""

    def clause(self, clause: str) -> Text | None:
        """What a clause of the plan says."""
        plans = (scenario.emergency_plan for scenario in self.scenarios.values())
        return next((plan.clauses[clause].text for plan in plans if clause in plan.clauses), None)

    def breach(self, code: str) -> Text | None:
        """What a code of conduct is about."""
        known = (scenario.conduct.codes for scenario in self.scenarios.values())
        return next((codes[code].name for codes in known if code in codes), None)

    def severity(self, severity: str) -> Text | None:
        """What a degree of breaches is called."""
        known = (scenario.conduct.severities.items() for scenario in self.scenarios.values())
        return next((found.name for each in known for name, found in each if name == severity), None)


def played(drills: Iterable[PlayedDrill]) -> Played:
    """The scenarios of drills: from a journal that still stands, else the shipped one of that version.

    One that can be had from neither is left out. Where there is none at all, a shipped one lends its plan.
    """
    of_scenario: dict[str, list[PlayedDrill]] = {}
    for drill in drills:
        of_scenario.setdefault(drill.scenario, []).append(drill)
    found: dict[str, tuple[Scenario, str]] = {}
    for id, known in of_scenario.items():
        digest = Counter(drill.digest for drill in known).most_common(1)[0][0]
        scenario = _from_journals([drill for drill in known if drill.digest == digest]) or _shipped(id, digest)
        if scenario is not None:
            found[id] = (scenario, digest)
    return Played({id: each for id, (each, _) in found.items()}, {id: digest for id, (_, digest) in found.items()})


def shipped_plan() -> Played:
    """The first shipped scenario alone: whoever asks for clauses before any drill was kept."""
    scenario = load_scenario(shipped()[0]).scenario
    return Played({scenario.id: scenario}, {scenario.id: scenario.digest()}) if scenario else Played()


def _from_journals(drills: Sequence[PlayedDrill]) -> Scenario | None:
    """The scenario in the header of the first journal that can be read."""
    for drill in drills:
        try:
            return Scenario.model_validate(read_journal(drill.path).journal.header["resolved"])
        except (DrillroomError, ValidationError, LookupError):
            continue
    return None


def _shipped(id: str, digest: str) -> Scenario | None:
    path = shipped_folder() / id / "scenario.yaml"
    scenario = load_scenario(path).scenario if path.is_file() else None
    return scenario if scenario is not None and scenario.digest() == digest else None

"""A little drill for the tests of reports: one gathering, acts in time, late and unlawful, told by hand."""

from reports.wording import Wording
from simulator.evaluation.outcome import Baselines
from simulator.evaluation.scorecard import Scorecard, evaluate
from simulator.journal import entry as kinds
from simulator.journal.journal import Journal
from simulator.language.translator import translator_for
from simulator.scenario.scenario import Scenario
from tests.evaluation.builder import Story
from tests.sample import SCENARIO

HEAD = "c0ffee" + "0" * 58


def little_drill(scenario: Scenario | None = None) -> Journal:
    """From 08:00: doors at 08:01, chanting from 08:20 to 08:50, a line of police at 08:12, the lead late."""
    story = Story(scenario)
    story.event(0, kinds.BEGAN, incident="residents")
    story.event(0, kinds.MOOD, incident="residents", tension=0.3, level=0.7, trust=0.5, heard=0)
    story.inject(1, "doors")
    story.answer(2, "lead", "first_words", "explain")
    story.order(10, "lead", "line_up", place="hall")
    story.order(14, "lead", "open_reception", place="hall")
    story.order(16, "lead", "register", incident="residents")
    story.event(20, kinds.STAGE, incident="residents", stage="blocking", up=True)
    story.order(21, "officer", "report", kind="first", people=80)
    story.event(25, kinds.MOOD, incident="residents", tension=0.5, level=0.2, trust=0.5, heard=1)
    story.order(30, "lead", "care", place="square")
    story.event(50, kinds.STAGE, incident="residents", stage="calm", up=False)
    return story.end(240, residents__tension__mean=0.25, windows__left__end=4, harm__injured=0)


def scored(journal: Journal, scenario: Scenario | None = None, baselines: Baselines | None = None) -> Scorecard:
    """The scorecard of a drill of the little scenario."""
    return evaluate(scenario or little(), journal, baselines)


def little(**settings: object) -> Scenario:
    """The little scenario with some settings otherwise."""
    return Scenario.model_validate(SCENARIO | settings)


def wording(language: str = "en", scenario: Scenario | None = None) -> Wording:
    """The words for the little scenario."""
    return Wording(scenario or little(), translator_for(language))

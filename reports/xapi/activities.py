"""What statements are about: scenario, decisions, orders, expectations and clauses, named in their languages."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from reports.wording import Wording
from reports.xapi.vocabulary import CLAUSE, HOME, LANGUAGE_TAGS, ORDER, QUESTION, SIMULATION, TASK
from simulator.language.text import PLAIN, Text
from simulator.language.translator import LANGUAGES, translator_for
from simulator.scenario.scenario import Scenario

Activity = dict[str, Any]


class Activities:
    """The activities of one scenario, as drilled with these names for its cast."""

    def __init__(self, scenario: Scenario, personas: Mapping[str, Mapping[str, str]]) -> None:
        self.scenario = scenario
        self._wordings = {each: Wording(scenario, translator_for(each), personas) for each in LANGUAGES}

    def drill(self) -> Activity:
        """The scenario, which one learns from."""
        return self._activity((), SIMULATION, self.scenario.title, self.scenario.briefing)

    def decision(self, name: str) -> Activity:
        """A decision with its options; the best of them are the right answers."""
        known = self.scenario.decisions.get(name)
        if known is None:
            return self._activity(("decisions", name), QUESTION, None)
        best = max(option.quality for option in known.options.values())
        found = self._activity(("decisions", name), QUESTION, None, known.text)
        found["definition"] |= {
            "interactionType": "choice",
            "choices": [{"id": option, "description": self._said(each.text)} for option, each in known.options.items()],
            "correctResponsesPattern": [
                option for option, each in known.options.items() if best > 0 and each.quality == best
            ],
        }
        return found

    def order(self, verb: str) -> Activity:
        """An order of the catalogue."""
        known = self.scenario.catalogue.orders.get(verb)
        return self._activity(("orders", verb), ORDER, known.name if known else None, known.does if known else None)

    def task(self, name: str) -> Activity:
        """An expectation of the plan."""
        known = self.scenario.expectations[name]
        return self._activity(("expectations", name), TASK, known.task, known.why)

    def clause(self, name: str) -> Activity:
        """A clause of the plan."""
        plan = self.scenario.emergency_plan
        text = plan.clauses[name].text if name in plan.clauses else None
        iri = f"{HOME}plans/{quote(plan.id)}/clauses/{quote(name)}"
        return _activity(iri, CLAUSE, {"und": name}, self._said(text))

    def _activity(
        self, path: tuple[str, ...], kind: str, name: Text | None, description: Text | None = None
    ) -> Activity:
        iri = "/".join([f"{HOME}scenarios/{quote(self.scenario.id)}", *(quote(part) for part in path)])
        named = self._said(name) or {"und": path[-1]}
        return _activity(iri, kind, named, self._said(description))

    def _said(self, text: Text | None) -> dict[str, str]:
        """An author's text by language, in the names of the drill's cast; a plain one in none."""
        if text is None:
            return {}
        if PLAIN in text.root:
            return _kept({"und": self._wordings["en"].text(text)})
        known = {each: wording.text(text) for each, wording in self._wordings.items() if each in text.root}
        return _kept({LANGUAGE_TAGS.get(each, each): said for each, said in known.items()})


def _activity(iri: str, kind: str, name: dict[str, str], description: dict[str, str]) -> Activity:
    definition = {"type": kind, "name": name, "description": description}
    return {"id": iri, "objectType": "Activity", "definition": definition}


def _kept(said: dict[str, str]) -> dict[str, str]:
    return {language: words for language, words in said.items() if words.strip()}

"""What is missing though nothing is wrong: translations, clauses, triggers, receivers (W401–W406), and a contingency
inject that has a trigger all the same (W422).
"""

from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import Matter
from simulator.language.said import say
from simulator.scenario.effects import Effects
from simulator.scenario.messages import Decision, Inject


def coverage_findings(matter: Matter) -> Iterator[Finding]:
    """What an author probably forgot."""
    yield from _translations(matter)
    yield from _clauses(matter)
    if not any(measure.measure.startswith("harm.") for measure in matter.scenario.outcome.values()):
        message = say("no measure of 'outcome' counts people who come to harm")
        remedy = say("add to 'outcome': injured: {measure}", measure="{measure: harm.injured, per: 1, weight: 5}")
        yield matter.at("W403", ("outcome",), message, remedy, key=True)
    yield from _triggers(matter)


def _translations(matter: Matter) -> Iterator[Finding]:
    wanted = matter.scenario.languages
    for path, text in matter.texts:
        missing = [code for code in wanted if text.languages and not text.root.get(code, "").strip()]
        if missing:
            message = say("this text is not written in: {languages}", languages=missing)
            remedy = say("add '{language}: …', or write a plain text if it needs no translation", language=missing[0])
            yield matter.at("W401", path, message, remedy)


def _clauses(matter: Matter) -> Iterator[Finding]:
    """Clauses that the type exercises; those that the product itself serves need no expectation."""
    scenario, plan = matter.scenario, matter.scenario.emergency_plan
    exercised = plan.types[scenario.type].clauses if scenario.type in plan.types else ()
    cited = {clause for expectation in scenario.expectations.values() for clause in expectation.clauses}
    missing = [each for each in exercised
               if each not in cited and each in plan.clauses and not plan.clauses[each].served_by]  # fmt: skip
    if missing:
        message = say("no expectation cites what the type '{type}' exercises: {clauses}",
                      type=scenario.type, clauses=missing)  # fmt: skip
        remedy = say("cite each under the 'clauses' of an expectation")
        yield matter.at("W402", ("type",), message, remedy)


def _triggers(matter: Matter) -> Iterator[Finding]:
    injects, decisions = _triggered(matter)
    for name, inject in matter.scenario.injects.items():
        path: KeyPath = ("injects", name)
        by_itself = inject.at is not None or inject.when is not None or name in injects
        if inject.purpose is not None and (by_itself or inject.repeat is not None):
            message = say("'{name}' is for the controller's hand, and comes by itself too", name=name)
            remedy = say("take 'purpose' out, or whatever brings it: 'at', 'when', 'repeat', an 'inject'")
            yield matter.at("W422", (*path, "purpose"), message, remedy)
        elif inject.purpose is None and not by_itself:
            message = say("nothing ever delivers '{name}'", name=name)
            remedy = say("give it 'at' or 'when', or name it under an 'inject'; for the controller's hand, a 'purpose'")
            yield matter.at("W404", path, message, remedy, key=True)
        if not inject.to:
            message = say("nobody receives '{name}'", name=name)
            yield matter.at("W406", (*path, "to"), message, say("name at least one seat under 'to'"))
    for name, decision in matter.scenario.decisions.items():
        if decision.at is None and decision.when is None and name not in decisions:
            message = say("nothing ever puts '{name}' to its seat", name=name)
            remedy = say("give it 'at' or 'when', or name it under the 'asks' of an inject or the 'then' of an option")
            yield matter.at("W405", ("decisions", name), message, remedy, key=True)


def _triggered(matter: Matter) -> tuple[set[str], set[str]]:
    """The injects and decisions that something else brings about."""
    scenario = matter.scenario
    injects: set[str] = set()
    decisions: set[str] = set()
    effects = [value for _, value in matter.values() if isinstance(value, Effects)]
    for effect in (*effects, *scenario.catalogue.orders.values()):
        injects.update(effect.inject)
        if isinstance(effect, Inject):
            decisions.update(effect.asks)
        if isinstance(effect, Decision):
            decisions.update(option.then for option in effect.options.values() if option.then)
    return injects, decisions

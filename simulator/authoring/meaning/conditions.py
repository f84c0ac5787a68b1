"""Conditions: names, parts, words, types, units, and where `otherwise` may stand (E3xx)."""

from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import Matter
from simulator.clock import Malformed
from simulator.language.condition import Condition
from simulator.language.meaning import Fault, check_condition
from simulator.language.said import Said, say
from simulator.language.tree import Act, Expression, Otherwise, walk
from simulator.language.vocabulary import NUMBER, Thing, Type, Vocabulary

FIGURES = Vocabulary(
    {
        **{
            figure: Thing("figure", {}, NUMBER)
            for figure in ("overall", "speed", "quality", "conduct", "outcome", "coordination")
        },
        "rating": Thing("figure", {}, Type("word", ("P", "S", "M", "U"))),
    },
    {},
)
"""What a playthrough's `expect` may name: the figures of a scorecard."""


def condition_findings(matter: Matter) -> Iterator[Finding]:
    """The faults of every condition of the file."""
    for path, condition in matter.conditions:
        words = FIGURES if path[0] == "playthroughs" else matter.words
        yield from _of_one(matter, path, condition.tree, words)
        if isinstance(condition.tree, Otherwise):
            yield from _otherwise(matter, path)


def pattern(matter: Matter, path: KeyPath, source: str) -> tuple[Condition | None, list[Finding]]:
    """A condition in a setting that may be an id, too, with its faults."""
    try:
        condition = Condition.read(source)
    except Malformed as bad:
        span = (bad.start, bad.end) if bad.end is not None else None
        return None, [matter.at(bad.code, path, bad.error.message, bad.error.remedy, span=span)]
    return condition, list(_of_one(matter, path, condition.tree, matter.words))


def _of_one(matter: Matter, path: KeyPath, tree: Expression, words: Vocabulary) -> Iterator[Finding]:
    for fault in check_condition(tree, words):
        if _of_broken(matter, fault):
            continue
        related, note = _other_place(matter, fault, tree) if words is not FIGURES else (None, None)
        yield matter.at(fault.code, path, fault.message, fault.help, related=related, note=note, span=fault.span)


def _other_place(matter: Matter, fault: Fault, tree: Expression) -> tuple[KeyPath | None, Said | None]:
    """The declaration that makes a fault one, or where the scenario takes the order out."""
    verbs = [part.verb for part in walk(tree) if isinstance(part, Act) and part.span == fault.span]
    if fault.code == "E303" and verbs and verbs[0] in matter.scenario.without:
        return matter.entry(("without",), matter.scenario.without.index(verbs[0])), say("taken out here")
    return (matter.declared(fault.related) if fault.related else None), None


def _of_broken(matter: Matter, fault: Fault) -> bool:
    """Whether a fault may come from a whole setting (`stagse:`) that is not known of what it names."""
    head = fault.related.partition(".")[0]
    return any(len(path) == 3 and path[1] == head for path in matter.concerned)


def _otherwise(matter: Matter, path: KeyPath) -> Iterator[Finding]:
    """`otherwise` is the last of a list of grades and nothing else."""
    in_grades = len(path) == 5 and path[0] == "expectations" and path[2] == "quality"
    grades = matter.document.value_at(path[:3]) if in_grades else None
    if isinstance(grades, list) and path[3] == len(grades) - 1:
        return
    remedy = say("put it last") if in_grades else say("it ends the list of 'quality'; here write a condition")
    yield matter.at("E311", path, say("'otherwise' cannot stand here"), remedy)

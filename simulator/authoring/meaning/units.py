"""Units: the skills that receptions need, and ways to where they are sent (W407, W408); places without a reception that
one shall open or close (W423).
"""

from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import Matter
from simulator.language.said import say
from simulator.language.tree import Act, Word, walk
from simulator.scenario.deeds import Ordered, deed_of
from simulator.scenario.incidents import Reception


def unit_findings(matter: Matter) -> Iterator[Finding]:
    """Skills that nobody has, units that are sent where no route leads, receptions that are nowhere."""
    for name, incident in matter.scenario.incidents.items():
        if isinstance(incident, Reception):
            yield from _skills(matter, name, incident)
    yield from _ways(matter)
    yield from _receptions(matter)


def _skills(matter: Matter, name: str, reception: Reception) -> Iterator[Finding]:
    known = {skill for unit in matter.scenario.units.values() for skill in unit.skills}
    wanted: list[tuple[KeyPath, str | None]] = [(("incidents", name, "staff"), reception.staff)]
    wanted += [(("incidents", name, "needs", key, "skill"), need.skill) for key, need in reception.needs.items()]
    for path, skill in wanted:
        if skill and skill not in known:
            message = say("no unit has the skill '{skill}'", skill=skill)
            yield matter.at("W408", path, message, say("give it to a unit, or take it out here"))


def _ways(matter: Matter) -> Iterator[Finding]:
    """Orders to send a unit where no route leads: it then takes a default time."""
    for path, condition in matter.conditions:
        deed = deed_of(condition)
        if not isinstance(deed, Ordered) or deed.verb != "dispatch":
            continue
        words = {each.name: each.value.value for each in deed.arguments if isinstance(each.value, Word)}
        unit, place = matter.scenario.units.get(words.get("unit", "")), words.get("place", "")
        if unit and place in matter.scenario.places and place not in _reach(matter, unit.base):
            message = say("no route leads from '{base}' to '{place}'", base=unit.base, place=place)
            remedy = say("add to 'routes': between: [{base}, {place}]", base=unit.base, place=place)
            span = next(part.span for part in walk(condition.tree) if isinstance(part, Word) and part.value == place)
            yield matter.at("W407", path, message, remedy, span=span)


def _receptions(matter: Matter) -> Iterator[Finding]:
    """Orders to open or close a reception at a place that has none: nothing comes of them."""
    scenario = matter.scenario
    there = {each.place for each in scenario.incidents.values() if isinstance(each, Reception)}
    for path, condition in matter.conditions:
        for part in walk(condition.tree):
            if not isinstance(part, Act) or part.verb not in scenario.catalogue.orders:
                continue
            opening = scenario.order(part.verb).mechanic in ("open_reception", "close_reception")
            places = [each.value for each in part.arguments if each.name == "place" and isinstance(each.value, Word)]
            for place in places:
                if opening and place.value in scenario.places and place.value not in there:
                    yield _no_reception(matter, path, place, sorted(there))


def _no_reception(matter: Matter, path: KeyPath, place: Word, there: list[str]) -> Finding:
    message = say("no reception is at '{place}': nothing comes of this order", place=place.value)
    remedy = say("write an incident of the kind 'reception' with this place")
    if there:
        remedy = say("name a place with a reception ({places}), or write an incident of the kind 'reception' there",
                     places=there)  # fmt: skip
    return matter.at("W423", path, message, remedy, span=place.span)


def _reach(matter: Matter, base: str) -> set[str]:
    """The places to which routes lead from one, itself among them."""
    reached, front = {base}, [base]
    while front:
        here = front.pop()
        for route in matter.scenario.routes:
            if here in route.between:
                there = route.between[1] if route.between[0] == here else route.between[0]
                front += [] if there in reached else [there]
                reached.add(there)
    return reached

"""What stands in a file to no purpose: units, places, state, seats, orders that nothing uses (W416–W421)."""

from collections import Counter
from collections.abc import Iterator

from simulator.authoring.diagnostics import Finding
from simulator.authoring.meaning.matter import Matter
from simulator.authoring.meaning.schedule import argument
from simulator.language.condition import Condition
from simulator.language.said import say
from simulator.language.tree import Act, Name, Word, walk
from simulator.scenario.deeds import Ordered, deed_of
from simulator.scenario.incidents import Reception
from simulator.scenario.names import places_of
from simulator.scenario.placeholders import placeholders


def unused_findings(matter: Matter) -> Iterator[Finding]:
    """What an author declared and then forgot."""
    named = _named(matter)
    yield from _units(matter, named)
    yield from _places(matter, named)
    yield from _state(matter, named)
    yield from _seats(matter)
    yield from _orders(matter)


def _named(matter: Matter) -> Counter[str]:
    """How often conditions, texts, measures and what is told name each id."""
    found: Counter[str] = Counter()
    for _, condition in matter.conditions:
        found.update(_in(condition))
    for expectation in matter.scenario.expectations.values():
        found.update(_in(Condition.read(expectation.due)) if "(" in expectation.due else ())
    for _, text in matter.texts:
        found.update(name.partition(".")[0] for name in placeholders(text))
    found.update(measure.measure.partition(".")[0] for measure in matter.scenario.outcome.values())
    for effects in matter.effects:
        found.update(path.partition(".")[0] for path in effects.tells)
    return found


def _in(condition: Condition) -> Iterator[str]:
    for part in walk(condition.tree):
        match part:
            case Name(parts=parts):
                yield parts[0]
            case Word(value=value):
                yield value


def _units(matter: Matter, named: Counter[str]) -> Iterator[Finding]:
    wanted = _skills(matter)
    for name, unit in matter.scenario.units.items():
        if not named[name] and not wanted & set(unit.skills) and not _sent_by_any(matter):
            message = say("nothing ever needs '{name}'", name=name)
            remedy = say("expect an order that sends it, allow one (allowed: {order}), or take it out",
                         order=f"dispatch(unit={name})")  # fmt: skip
            yield matter.at("W416", ("units", name), message, remedy, key=True)


def _skills(matter: Matter) -> set[str]:
    """The skills that receptions need."""
    receptions = [each for each in matter.scenario.incidents.values() if isinstance(each, Reception)]
    needed = {need.skill for each in receptions for need in each.needs.values()}
    return {skill for skill in (*needed, *(each.staff for each in receptions)) if skill}


def _sent_by_any(matter: Matter) -> bool:
    """Whether sending whatever unit costs nothing: the scenario allows it without naming one."""
    deeds = (deed_of(allowed) for allowed in matter.scenario.allowed)
    sent = [deed for deed in deeds if isinstance(deed, Ordered) and deed.verb == "dispatch"]
    return any(not argument(deed, "unit") for deed in sent)


def _places(matter: Matter, named: Counter[str]) -> Iterator[Finding]:
    scenario = matter.scenario
    used = {place for incident in scenario.incidents.values() for place in places_of(incident)}
    used |= {unit.base for unit in scenario.units.values()}
    used |= {place for seat in scenario.seats.values() for place in seat.sees}
    used |= _between(matter)
    for name in scenario.places:
        if name not in used and not named[name]:
            message = say("nothing is ever at '{name}'", name=name)
            yield matter.at("W417", ("places", name), message, say("use it, or take it out"), key=True)


def _between(matter: Matter) -> set[str]:
    """Places where ways cross: two routes or more."""
    ends = Counter(place for route in matter.scenario.routes for place in route.between)
    return {place for place, routes in ends.items() if routes > 1}


def _state(matter: Matter, named: Counter[str]) -> Iterator[Finding]:
    orders = [matter.scenario.order(verb) for verb in matter.scenario.catalogue.orders]
    changed = {name for effects in (*matter.effects, *orders) for name in (*effects.set, *effects.add)}
    # A number that only stands in texts may well stay the same.
    asked = {name for _, condition in matter.conditions for name in _in(condition)}
    for name in matter.scenario.state:
        if not named[name]:
            message = say("nothing ever reads '{name}'", name=name)
            remedy = say("ask for it in a condition, or take it out")
            yield matter.at("W418", ("state", name), message, remedy, key=True)
        elif name not in changed and name in asked:
            message = say("nothing ever changes '{name}'", name=name)
            remedy = say("change it with 'set' or 'add', or take it out")
            yield matter.at("W419", ("state", name), message, remedy, key=True)


def _seats(matter: Matter) -> Iterator[Finding]:
    scenario = matter.scenario
    busy = {expectation.of for expectation in scenario.expectations.values()}
    busy |= {decision.to for decision in scenario.decisions.values()}
    busy |= {seat for inject in scenario.injects.values() for seat in inject.to}
    for name in scenario.seats:
        if name not in busy:
            path = matter.entry(("seats",), name)
            message = say("nothing is expected of '{name}' and nothing reaches it", name=name)
            remedy = say("send it something and expect something of it, or take the seat out")
            yield matter.at("W420", path, message, remedy, key=True)


def _orders(matter: Matter) -> Iterator[Finding]:
    """Orders of the file's own that nothing names and that change nothing."""
    base = matter.grounds.catalogue
    known = base.orders if base else {}
    acts = {part.verb for _, each in matter.conditions for part in walk(each.tree) if isinstance(part, Act)}
    for verb in matter.own_orders:
        order = matter.scenario.order(verb)
        acting = order.mechanic or order.conduct or order.model_dump(exclude_defaults=True).keys() & _EFFECTS
        if verb not in known and verb not in acts and not acting:
            message = say("giving '{verb}' changes nothing, and nothing asks whether it was given", verb=verb)
            remedy = say("give it an effect, or name it in a condition or an expectation")
            yield matter.at("W421", ("orders", verb), message, remedy, key=True)


_EFFECTS = {"set", "add", "raises", "lowers", "harm", "inject", "starts", "ends", "tells"}

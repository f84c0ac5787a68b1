"""The emergency plan as items for a pane, and the briefing of a seat with its part in it."""

from reports.wording import Wording
from tui.presentation.lines import Item, item, items
from tui.presentation.text import wrapped


def clause_items(wording: Wording, word: str, width: int) -> list[Item]:
    """The clauses that contain a word in any language, or bear it as their number; all for an empty word."""
    wanted, found = word.casefold(), []
    for name, clause in wording.scenario.emergency_plan.clauses.items():
        if wanted in (name.casefold(), "") or wanted in " ".join(clause.text.root.values()).casefold():
            found.append(item(wrapped(wording.said(clause.text), width, f"{name}: ", "    ")))
    return found or [item(wrapped(wording.say("No clause contains '{word}'.", word=word), width), "dim")]


def briefing_items(wording: Wording, seat: str, width: int) -> list[Item]:
    """What a trainee is told before the clock runs, under headings."""
    scenario = wording.scenario
    length = wording.span(scenario.played)
    values = {"clock": wording.clock(0), "length": length, "pace": f"{scenario.pace:g}"}
    span = wording.say("It begins at {clock} and lasts {length}; {pace} seconds of it pass in a second.", **values)
    return [
        *_headed(wording.said(scenario.title), [span, wording.said(scenario.briefing).strip()], width),
        *_headed(wording.say("Your seat: {seat}", seat=wording.seat(seat)), _role(wording, seat), width),
        *_headed(wording.say("Your units"), _units(wording, seat), width),
        *_headed(wording.say("Places"), _places(wording, seat), width),
        *_headed(wording.say("Your clauses of the plan"), _clauses(wording, seat), width),
    ]


def _headed(head: str, paragraphs: list[str], width: int) -> list[Item]:
    """A headed part, nothing where there is nothing to say."""
    if not paragraphs:
        return []
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += wrapped(paragraph, width)
    return [*items(wrapped(head, width), "head"), *items(lines), item([""])]


def _role(wording: Wording, seat: str) -> list[str]:
    scenario = wording.scenario
    role = scenario.emergency_plan.roles.get(scenario.role_of(seat))
    does = [wording.said(role.does).strip()] if role is not None and role.does is not None else []
    offered = [verb for verb in scenario.catalogue.orders if verb not in scenario.without]
    mine = len([verb for verb in offered if scenario.may_order(seat, verb)])
    return [*does, wording.say("You may give {mine} of the {all} orders there are.", mine=mine, all=len(offered))]


def _units(wording: Wording, seat: str) -> list[str]:
    own = [unit for unit in wording.scenario.units.values() if unit.under == seat]
    return [wording.say("{unit} at {place}", unit=unit.name, place=wording.thing(unit.base)) for unit in own]


def _places(wording: Wording, seat: str) -> list[str]:
    scenario = wording.scenario
    sees = [wording.thing(place) for place in scenario.seats[seat].sees]
    lines = [wording.say("You see: {places}", places=sees)] if sees else []
    for name, place in scenario.places.items():
        thing = wording.thing(name)
        if place.capacity is not None:
            thing = wording.say("{place}: room for {people}", place=thing, people=place.capacity)
        lines.append(thing)
    return lines


def _clauses(wording: Wording, seat: str) -> list[str]:
    plan, role = wording.scenario.emergency_plan, wording.scenario.role_of(seat)
    exercised = plan.types[wording.scenario.type].clauses if wording.scenario.type in plan.types else ()
    mine = [name for name in exercised if name in plan.clauses and _owns(plan.clauses[name].owners, role)]
    return [f"{name}: {wording.said(plan.clauses[name].text)}" for name in mine]


def _owns(owners: tuple[str, ...] | str, role: str) -> bool:
    return owners == "all" or role in owners

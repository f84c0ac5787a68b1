"""The briefing of one seat, to be printed and handed out before the drill. Nothing hidden stands in it."""

from reports.pack.words import on_one_line
from reports.paper.model import Block, Bullets, Cell, Column, Facts, Paper, Paragraph, Section, Table
from reports.wording import Wording
from simulator.language.said import say
from simulator.scenario.scenario import Scenario


def briefing(wording: Wording, seat: str) -> Paper:
    """Situation, role and authority, units, places, who else is there, clauses, how to play.

    *seat* is one of the scenario's.
    """
    scenario = wording.scenario
    return Paper(
        exercise=wording.exercise(),
        kind=wording.say("Briefing"),
        title=wording.say("{title}: {seat}", title=on_one_line(wording, scenario.title), seat=wording.seat(seat)),
        language=wording.translator.language,
        facts=((wording.say("Seat"), wording.seat(seat)), *drill_facts(wording)),
        sections=tuple(
            section
            for section in (
                _situation(wording),
                _role(wording, seat),
                _orders(wording, seat),
                _units(wording, seat),
                _places(wording, seat),
                _others(wording, seat),
                _clauses(wording, seat),
                _how_to_play(wording),
            )
            if section.blocks
        ),
        contents=wording.say("Contents"),
        heads=(scenario.digest(),),
        heads_label=wording.say("The scenario (SHA-256)"),
    )


def drill_facts(wording: Wording) -> tuple[tuple[str, str], ...]:
    """What kind of emergency, when it begins and how long it lasts, under which plan."""
    scenario = wording.scenario
    plan = scenario.emergency_plan
    kind = plan.types.get(scenario.type)
    return (
        (wording.say("Kind of emergency"), wording.said(kind.name) if kind else scenario.type),
        (wording.say("Begins at"), wording.clock(0)),
        (wording.say("Lasts"), wording.span(scenario.played)),
        (wording.say("Pace"), wording.say("{pace} exercise seconds pass in a second.", pace=f"{scenario.pace:g}")),
        (wording.say("Plan"), wording.say("{plan}, version {version}", plan=plan.title, version=plan.version)),
    )


def _situation(wording: Wording) -> Section:
    return Section(wording.say("The situation"), (Paragraph(wording.said(wording.scenario.briefing).strip()),))


def _role(wording: Wording, seat: str) -> Section:
    """What the role does, and what the seat has before its eyes."""
    scenario = wording.scenario
    role = scenario.emergency_plan.roles.get(scenario.role_of(seat))
    blocks: list[Block] = [] if role is None or role.does is None else [Paragraph(wording.said(role.does).strip())]
    sees = [wording.thing(place) for place in scenario.seats[seat].sees]
    if sees:
        blocks.append(Paragraph(wording.say("You see: {places}", places=sees)))
    return Section(wording.say("Your role"), (*blocks, Paragraph(_authority(wording, seat))))


def _authority(wording: Wording, seat: str) -> str:
    scenario = wording.scenario
    offered = [verb for verb in scenario.catalogue.orders if verb not in scenario.without]
    mine = len([verb for verb in offered if scenario.may_order(seat, verb)])
    return wording.say("You may give {mine} of the {all} orders there are.", mine=mine, all=len(offered))


def _orders(wording: Wording, seat: str) -> Section:
    """The orders of the seat by group: tempting wrong ones stand among them, as they do in a drill."""
    scenario, catalogue = wording.scenario, wording.scenario.catalogue
    pairs = []
    for group, name in catalogue.groups.items():
        verbs = [
            wording.verb(verb)
            for verb, order in catalogue.orders.items()
            if order.group == group and verb not in scenario.without and scenario.may_order(seat, verb)
        ]
        if verbs:
            pairs.append((wording.said(name), wording.listed(verbs)))
    note = wording.say("That an order can be given does not mean that it is right or lawful.")
    return Section(wording.say("Orders you may give"), (Facts(tuple(pairs)), Paragraph(note, "quiet")) if pairs else ())


def _units(wording: Wording, seat: str) -> Section:
    """The units under the seat; for the commander also who commands the others."""
    scenario = wording.scenario
    all_of_them = scenario.role_of(seat) == "commander"
    own = {name: unit for name, unit in scenario.units.items() if all_of_them or unit.under == seat}
    columns = (
        Column(wording.say("Unit"), 24),
        Column(wording.say("Based at"), 14),
        Column(wording.say("On the way"), 30),
        Column(wording.say("Under"), 14),
    )
    rows = tuple(
        (
            Cell(wording.said(unit.name)),
            Cell(wording.thing(unit.base)),
            Cell(wording.listed(ways_from(wording, unit.base))),
            Cell(wording.seat(unit.under)),
        )
        for unit in own.values()
    )
    note = wording.say("A unit is in one place only, and takes time to get there. It tires, and can be relieved.")
    table = Table("units", wording.say("Units you may send"), columns, rows)
    return Section(wording.say("Your units"), (table, Paragraph(note, "quiet")) if rows else ())


def ways_from(wording: Wording, place: str) -> list[str]:
    """The ways that lead from a place, with how long each takes."""
    found = []
    for route in wording.scenario.routes:
        if place in route.between:
            there = route.between[1] if route.between[0] == place else route.between[0]
            low, high = wording.span(route.travel.low), wording.span(route.travel.high)
            span = low if route.travel.fixed else wording.say("{low} to {high}", low=low, high=high)
            found.append(wording.say("{place}: {span}", place=wording.thing(there), span=span))
    return found


def _places(wording: Wording, seat: str) -> Section:
    columns = (
        Column(wording.say("Place"), 20),
        Column(wording.say("Room for"), 10, right=True),
        Column(wording.say("Area"), 12, right=True),
        Column(wording.say("Ways"), 40),
    )
    rows = tuple(
        (
            Cell(wording.said(place.name)),
            Cell("" if place.capacity is None else str(place.capacity), place.capacity),
            Cell("" if place.area is None else wording.say("{area} m²", area=f"{place.area:g}"), place.area),
            Cell(wording.listed(ways_from(wording, name))),
        )
        for name, place in wording.scenario.places.items()
    )
    return Section(wording.say("Places"), (Table("places", wording.say("Places and ways"), columns, rows),))


def _others(wording: Wording, seat: str) -> Section:
    """The other seats and what they are for."""
    scenario = wording.scenario
    pairs = []
    for other in scenario.seats:
        role = scenario.emergency_plan.roles.get(scenario.role_of(other))
        if other != seat:
            pairs.append((wording.seat(other), on_one_line(wording, role.does if role else None)))
    return Section(wording.say("Who else is in the room"), (Facts(tuple(pairs)),) if pairs else ())


def _clauses(wording: Wording, seat: str) -> Section:
    """The clauses of the plan that the seat's role answers for in this kind of emergency."""
    mine = clauses_of(wording.scenario, seat)
    plan = wording.scenario.emergency_plan
    pairs = tuple((name, on_one_line(wording, plan.clauses[name].text)) for name in mine)
    return Section(wording.say("Your clauses of the plan"), (Facts(pairs),) if pairs else ())


def clauses_of(scenario: Scenario, seat: str) -> list[str]:
    """The clauses that this kind of emergency exercises and that the seat's role owns."""
    plan, role = scenario.emergency_plan, scenario.role_of(seat)
    exercised = plan.types[scenario.type].clauses if scenario.type in plan.types else ()
    known = {name: plan.clauses[name] for name in exercised if name in plan.clauses}
    return [name for name, clause in known.items() if clause.owners == "all" or role in clause.owners]


def _how_to_play(wording: Wording) -> Section:
    """What a trainee who has never played needs to know."""
    lines = (
        say("This is an exercise. All places and people are fictional."),
        say("Messages come into your inbox; reading one takes time. Urgent ones are marked."),
        say("Orders are given from a list (F2). You do one thing at a time: what you order meanwhile waits (F5)."),
        say("An order counts when it has been carried out, not when it is given."),
        say("A decision has a time limit. Silence has its own consequences, and is never the right answer."),
        say("What you are judged on is what reached you: ask where you do not know."),
        say("The plan and the words of the field can be looked up at any time (F3)."),
        say("You are scored by how soon, how well and how lawfully you act, and by what comes of it."),
        say("If there is a real emergency, say 'real emergency': the exercise stops at once."),
    )
    return Section(wording.say("How to play"), (Bullets(tuple(wording.said(line) for line in lines)),))

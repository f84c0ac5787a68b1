"""The plan and the catalogues that a scenario rests on: that they agree with one another (E424)."""

from collections.abc import Iterable, Iterator

from simulator.authoring.diagnostics import Finding, found
from simulator.authoring.document import KeyPath
from simulator.authoring.meaning.matter import Matter, choice
from simulator.language.said import say
from simulator.scenario.orders import Catalogue
from simulator.scenario.plan import Plan


def grounds_findings(matter: Matter) -> Iterator[Finding]:
    """Names that plan, orders or conduct use and none of them has."""
    grounds = matter.grounds
    if grounds.plan and grounds.catalogue and grounds.conduct:
        yield from _plan(matter, grounds.plan)
        yield from _orders(matter, grounds.plan, grounds.catalogue)
        repair = grounds.conduct.repair.orders
        yield from _missing(matter, "conduct", ("repair", "orders"), repair, grounds.catalogue.orders)
    yield from _own_orders(matter)


def _missing(matter: Matter, sort: str, path: KeyPath, names: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    document = matter.grounds.documents[sort]
    choices = list(known)
    for position, name in enumerate(names):
        if name not in choices:
            place = document.place((*path, position))
            yield found(
                "E424",
                document.source.file,
                place,
                say("'{name}' is declared nowhere", name=name),
                choice(name, choices),
            )


def _plan(matter: Matter, plan: Plan) -> Iterator[Finding]:
    for name, clause in plan.clauses.items():
        if clause.owners != "all":
            yield from _missing(matter, "plan", ("clauses", name, "owners"), clause.owners, plan.roles)
    for name, kind in plan.types.items():
        yield from _missing(matter, "plan", ("types", name, "clauses"), kind.clauses, plan.clauses)


def _orders(matter: Matter, plan: Plan, catalogue: Catalogue) -> Iterator[Finding]:
    for verb, order in catalogue.orders.items():
        path: KeyPath = ("orders", verb)
        if order.by != "all":
            yield from _missing(matter, "orders", (*path, "by"), order.by, plan.roles)
        yield from _missing(matter, "orders", (*path, "group"), [order.group], catalogue.groups)
        if order.conduct:
            codes = matter.scenario.conduct.codes
            yield from _missing(matter, "orders", (*path, "conduct"), [order.conduct], codes)


def _own_orders(matter: Matter) -> Iterator[Finding]:
    """The same of the orders that the scenario itself writes."""
    scenario = matter.scenario
    for verb in matter.own_orders:
        order = scenario.order(verb)
        path: KeyPath = ("orders", verb)
        if order.by != "all":
            for position, role in enumerate(order.by):
                if role not in scenario.emergency_plan.roles:
                    message = say("the plan has no role '{name}'", name=role)
                    there = (*path, "by", position)
                    yield matter.unknown(there, role, list(scenario.emergency_plan.roles), message)
        if order.group not in scenario.catalogue.groups:
            message = say("there is no group of orders '{name}'", name=order.group)
            yield matter.unknown((*path, "group"), order.group, list(scenario.catalogue.groups), message)

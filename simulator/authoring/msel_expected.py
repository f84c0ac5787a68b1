"""What a row of a MSEL expects of a seat: an expectation, or a comment where it names no order of the scenario."""

from dataclasses import dataclass
from typing import Any

from simulator.authoring.msel_rows import Row
from simulator.clock import Malformed
from simulator.language.condition import Condition
from simulator.language.said import Said, say
from simulator.language.tree import Act, Compare
from simulator.scenario.names import plan_choices
from simulator.scenario.scenario import Scenario

TARGET, LIMIT = "10m", "20m"
"""Proposed where a row says nothing of them; design values."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One expected action."""

    id: str
    value: dict[str, Any] | None
    """The expectation; None where it could not be made."""
    comment: tuple[str, ...]
    """Lines to stand above it, or above the inject where there is none."""
    why: Said | None = None
    """Why it could not be made."""


def expected_of(scenario: Scenario, row: Row, inject: str, receiver: str) -> list[Expected]:
    """What the row expects once its inject has come: a line of the cell each."""
    made: list[Expected] = []
    lines = row.expected or row.orders
    for position, line in enumerate(lines):
        name = f"{inject[:50]}_action" + (f"_{position + 1}" if len(lines) > 1 else "")
        orders = row.orders[position] if position < len(row.orders) else ""
        made.append(_one(scenario, row, (name, inject), receiver, line, orders))
    return made


def _one(scenario: Scenario, row: Row, names: tuple[str, str], receiver: str, line: str, orders: str) -> Expected:
    name, inject = names
    seat, task = _seat_and_task(scenario, line, receiver)
    clauses = [clause for clause in row.clauses if clause in scenario.emergency_plan.clauses]
    do = _written(scenario, orders) if orders else _named(scenario, task)
    cited = ", ".join(row.clauses)
    if not do or not clauses or name in scenario.expectations:
        why = _why(line, bool(do), bool(clauses), name)
        return Expected(name, None, (f"expected of {seat}: {task}" + (f" ({cited})" if cited else ""),), why)
    language = next(iter(row.text), scenario.languages[0])
    value = {"of": seat, "task": {language: task}, "clauses": clauses, "due": inject, "do": do,
             "target": TARGET, "limit": LIMIT}  # fmt: skip
    return Expected(name, value, (f"from row {row.number}; target and limit are proposals",))


def _why(line: str, do: bool, clauses: bool, name: str) -> Said:
    if not do:
        return say("'{line}' names no order with all it needs: it stands as a comment above its inject", line=line)
    if not clauses:
        return say("'{line}' cites no clause of the plan: it stands as a comment above its inject", line=line)
    return say("there is an expectation '{name}' already: it stands as a comment above its inject", name=name)


def _seat_and_task(scenario: Scenario, line: str, receiver: str) -> tuple[str, str]:
    """`petition_lead: Open reception` names the seat; else it is the first receiver."""
    head, colon, rest = line.replace("：", ":").partition(":")
    if colon and head.strip() in scenario.seats:
        return head.strip(), rest.strip()
    return receiver, line


def _written(scenario: Scenario, orders: str) -> list[str]:
    """The orders and answers of a cell, separated by `;`; none where one is no act of the scenario."""
    made: list[str] = []
    for part in orders.replace("；", ";").split(";"):
        try:
            tree = Condition.read(part.strip()).tree
        except Malformed:
            return []
        if not (isinstance(tree, Compare) or (isinstance(tree, Act) and tree.verb in scenario.catalogue.orders)):
            return []
        made.append(part.strip())
    return made


def _named(scenario: Scenario, task: str) -> list[str]:
    """The order that bears the task's words as its name, with the arguments that have only one choice."""
    for verb, order in scenario.catalogue.orders.items():
        names = {verb, verb.replace("_", " "), *order.name.root.values()}
        if task.casefold().rstrip(".。") in {each.casefold() for each in names}:
            needed = {name: plan_choices(scenario, each) for name, each in order.arguments.items() if not each.optional}
            if all(len(choices) == 1 for choices in needed.values()):
                return [f"{verb}({', '.join(f'{name}={choices[0]}' for name, choices in needed.items())})"]
    return []

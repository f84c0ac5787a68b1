"""The tables of the reference that come from catalogues and from the vocabulary of conditions."""

from collections.abc import Iterable, Sequence
from typing import Any

from simulator.authoring.load import scenario_or_raise
from simulator.clock import duration
from simulator.language.vocabulary import Type
from simulator.scenario.effects import Effects
from simulator.scenario.names import parts_of, vocabulary
from simulator.scenario.orders import Argument, OrderType
from simulator.scenario.scenario import Scenario
from tests.docs.settings import kinds_of_incident
from tests.docs.wording import TRAINERS, Wording, words

HEADS: dict[str, dict[str, tuple[str, ...]]] = {
    "parts": {"en": ("name", "type", "what it is"), "zh": ("名字", "类型", "含义")},
    "orders": {
        "en": ("order", "name", "who", "takes", "does to the world", "code"),
        "zh": ("指令", "名称", "谁", "用时", "对世界的影响", "代码"),
    },
    "codes": {
        "en": ("code", "name", "severity", "why, and what is lawful", "basis"),
        "zh": ("代码", "名称", "严重程度", "为什么，合法的做法", "依据"),
    },
    "severities": {"en": ("severity", "points", "effect"), "zh": ("严重程度", "扣分", "后果")},
    "choices": {"en": ("word", "means"), "zh": ("写法", "含义")},
    "clauses": {"en": ("clause", "asks for", "owners"), "zh": ("条款", "要求", "角色")},
    "types": {"en": ("type", "name", "clauses it must exercise"), "zh": ("类型", "名称", "要练到的条款")},
    "roles": {"en": ("role", "name", "what for"), "zh": ("角色", "名称", "做什么")},
    "levels": {"en": ("level", "name", "people"), "zh": ("级别", "名称", "人数")},
    "departments": {"en": ("department", "name"), "zh": ("部门", "名称")},
}
ALL = {"en": "all", "zh": "全部"}
SHOWN = TRAINERS / "tutorial" / "step-6.yaml"
"""A scenario with a place, a unit and every shipped order."""


def example_scenario() -> Scenario:
    """The tutorial's last step, with the shipped plan and catalogues."""
    return scenario_or_raise(SHOWN)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A Markdown table; a stroke inside a cell is written so that it does not end it."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return lines + ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]


def part_types() -> dict[str, dict[str, Type]]:
    """By kind of incident, place and unit: the parts that conditions know, with their types."""
    kinds = {_kind(model): parts_of(_bare(model)) for model in kinds_of_incident()}
    scenario = example_scenario()
    things = vocabulary(scenario, scenario.catalogue).things
    return kinds | {"place": dict(things["hall"].parts), "unit": dict(things["water_van"].parts)}


def parts(wording: Wording) -> list[str]:
    """What conditions may ask of each kind of thing."""
    rows = [
        (f"`{thing}.{name}`", _type(wording, of), wording.part(thing, name))
        for thing, known in part_types().items()
        for name, of in known.items()
    ]
    return table(HEADS["parts"][wording.language], rows)


def orders(wording: Wording, scenario: Scenario) -> list[str]:
    """Every order of the shipped catalogue, a table for each group."""
    found: list[str] = []
    for group, name in scenario.catalogue.groups.items():
        own = {verb: order for verb, order in scenario.catalogue.orders.items() if order.group == group}
        rows = [_order(wording, scenario, verb, order) for verb, order in own.items()]
        found += [f"### {wording.of(name)}", "", *table(HEADS["orders"][wording.language], rows), ""]
    return found[:-1]


def plan(wording: Wording, scenario: Scenario) -> list[str]:
    """The shipped plan: its clauses and types, then what else scenarios may name."""
    known = scenario.emergency_plan
    clauses = [(f"`{name}`", wording.of(each.text), _roles(wording, scenario, each.owners))
               for name, each in known.clauses.items()]  # fmt: skip
    types = [(f"`{name}`", wording.of(each.name), ", ".join(each.clauses)) for name, each in known.types.items()]
    roles = [(f"`{name}`", wording.of(each.name), wording.of(each.does) if each.does else "")
             for name, each in known.roles.items()]  # fmt: skip
    levels = [(f"`{name}`", wording.of(each.name), f"{each.people.start}–{each.people.to or ''}")
              for name, each in known.levels.items()]  # fmt: skip
    departments = [(f"`{name}`", wording.of(each.name)) for name, each in known.departments.items()]
    tables: dict[str, Sequence[Sequence[str]]] = {
        "clauses": clauses,
        "types": types,
        "roles": roles,
        "levels": levels,
        "departments": departments,
    }
    return [line for name, rows in tables.items() for line in (*table(HEADS[name][wording.language], rows), "")][:-1]


def _roles(wording: Wording, scenario: Scenario, roles: Sequence[str]) -> str:
    """Roles by their names; `all` as a word."""
    if roles == "all":
        return ALL[wording.language]
    return ", ".join(wording.of(scenario.emergency_plan.roles[role].name) for role in roles)


def conduct(wording: Wording, scenario: Scenario) -> list[str]:
    """What each severity costs, and every code with its basis."""
    known = scenario.conduct
    grave = [
        (wording.of(each.name), str(each.points), wording.of(each.effect) if each.effect else "")
        for each in known.severities.values()
    ]
    codes = [
        (
            f"`{code}`", wording.of(each.name), wording.of(known.severities[each.severity].name),
            wording.of(each.explains) if each.explains else "", "; ".join(basis.cites for basis in each.basis),
        )
        for code, each in known.codes.items()
    ]  # fmt: skip
    severities = table(HEADS["severities"][wording.language], grave)
    return [*severities, "", *table(HEADS["codes"][wording.language], codes)]


def choices(wording: Wording, among: str) -> list[str]:
    """What the words mean that a setting can be."""
    rows = [(f"`{name}`", wording.choice(among, name)) for name in words()["choices"][among]]
    return table(HEADS["choices"][wording.language], rows)


def _bare(model: Any) -> Any:
    """An incident of a kind with nothing in it."""
    return model.model_construct(stages={})


def _kind(model: Any) -> str:
    return str(model.model_fields["kind"].annotation.__args__[0])


def _type(wording: Wording, of: Type) -> str:
    if of.words:
        return ", ".join(f"`{word}`" for word in of.words)
    return wording.kind({"truth": "truth", "count": "count"}.get(of.kind, of.kind))


def _order(wording: Wording, scenario: Scenario, verb: str, order: OrderType) -> tuple[str, ...]:
    by = _roles(wording, scenario, order.by)
    arguments = ", ".join(_argument(name, each) for name, each in order.arguments.items())
    called = f"`{verb}({arguments})`"
    return (called, f"{wording.of(order.name)}: {wording.of(order.does)}", by, duration(order.takes), _effects(order),
            f"`{order.conduct}`" if order.conduct else "")  # fmt: skip


def _argument(name: str, argument: Argument) -> str:
    of = "/".join(argument.one_of) if argument.kind == "choice" else argument.kind
    written = name if of == name else f"{name}: {of}"
    return f"{written}?" if argument.optional else written


def _effects(order: OrderType) -> str:
    """Effects as an author would write them."""
    given = order.model_dump(mode="json", include=set(Effects.model_fields), exclude_defaults=True)
    return "; ".join(f"{name} {_values(values)}" for name, values in given.items())


def _values(values: Any) -> str:
    return ", ".join(f"{path} {value}" for path, value in values.items()) if isinstance(values, dict) else str(values)

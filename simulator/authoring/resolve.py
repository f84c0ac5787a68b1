"""Finds and reads what a scenario rests on: its plan, the catalogue of orders, the conduct codes."""

import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from simulator.authoring.diagnostics import Finding, found
from simulator.authoring.document import Document
from simulator.authoring.library import shipped_folder, shown
from simulator.authoring.shape import Fault, as_findings, read_shape
from simulator.authoring.source import Source
from simulator.authoring.yaml_reader import read_file
from simulator.language.said import say
from simulator.scenario.conduct import Conduct
from simulator.scenario.orders import Catalogue, OrderType
from simulator.scenario.plan import Plan

M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Grounds:
    """What a scenario rests on, each as far as it could be read."""

    plan: Plan | None = None
    catalogue: Catalogue | None = None
    """As its file has it, before the scenario's own orders are worked in."""
    conduct: Conduct | None = None
    documents: dict[str, Document] = field(default_factory=dict)
    """"plan", "orders" and "conduct" as they were read."""
    findings: list[Finding] = field(default_factory=list)

    @property
    def sources(self) -> dict[str, Source]:
        return {document.source.file: document.source for document in self.documents.values()}


def read_grounds(scenario: Document, folder: Path) -> Grounds:
    """The plan that a scenario names, the orders and the conduct codes: beside it first, then the shipped ones."""
    grounds = Grounds()
    plan = scenario.value.get("plan", "petition-emergency") if isinstance(scenario.value, dict) else None
    if isinstance(plan, str):
        grounds.plan = _read_plan(grounds, scenario, folder, plan)
    grounds.catalogue = _read(grounds, "orders", _beside(folder, "orders.yaml"), Catalogue)
    grounds.conduct = _read(grounds, "conduct", _beside(folder, "conduct.yaml"), Conduct)
    return grounds


def _beside(folder: Path, name: str) -> Path:
    own = folder / name
    return own if own.is_file() else shipped_folder() / name


def _read_plan(grounds: Grounds, scenario: Document, folder: Path, plan: str) -> Plan | None:
    known: list[str] = []
    for path in (folder / f"{Path(plan).name}.yaml", folder / "plan.yaml", shipped_folder() / "plan.yaml"):
        if not path.is_file():
            continue
        document = read_file(path, shown(path))
        if document.value is not None and isinstance(document.value, dict):
            name = str(document.value.get("id"))
            known.append(name)
            if name != plan:
                continue
        return _take(grounds, "plan", document, Plan)
    message = say("there is no plan '{plan}'", plan=plan)
    remedy = say("put it beside the scenario as {file}; there is: {known}", file=f"{plan}.yaml", known=known)
    grounds.findings.append(found("E401", scenario.source.file, scenario.place(("plan",)), message, remedy))
    return None


def _read(grounds: Grounds, sort: str, path: Path, model: type[M]) -> M | None:
    return _take(grounds, sort, read_file(path, shown(path)), model)


def _take(grounds: Grounds, sort: str, document: Document, model: type[M]) -> M | None:
    grounds.documents[sort] = document
    grounds.findings += document.findings
    if not document.holds:
        return None
    read, faults = read_shape(document, model)
    grounds.findings += as_findings(document, faults)
    return read


def own_orders(document: Document, catalogue: Catalogue) -> tuple[Catalogue, list[Fault]]:
    """The catalogue with the scenario's own orders and settings worked in and `without` taken out."""
    orders = dict(catalogue.orders)
    faults: list[Fault] = []
    for verb, given in _mapping(document.value.get("orders")).items():
        base = orders[verb].model_dump(mode="json", by_alias=True, exclude_defaults=True) if verb in orders else {}
        order, wrong = read_shape(document, OrderType, _merged(base, given), ("orders", verb))
        faults += wrong
        if order is not None:
            orders[verb] = order
    without = document.value.get("without")
    taken_out = without if isinstance(without, list) else [without]
    kept = {verb: order for verb, order in orders.items() if verb not in taken_out}
    return catalogue.model_copy(update={"orders": kept}), faults


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _merged(base: Any, given: Any) -> Any:
    """Settings worked into others, map by map; anything else takes the place of what was there."""
    if not isinstance(base, dict) or not isinstance(given, dict) or set(base) & {"en", "zh"}:
        return copy.deepcopy(given)
    merged = dict(base)
    for name, value in given.items():
        merged[name] = _merged(base[name], value) if name in base else copy.deepcopy(value)
    return merged

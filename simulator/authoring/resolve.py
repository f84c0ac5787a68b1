"""Finds and reads what a scenario rests on: its plan, the catalogue of orders, the conduct codes."""

import copy
from dataclasses import dataclass, field
from functools import lru_cache
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
        value = _document(path).value
        if isinstance(value, dict):
            name = str(value.get("id"))
            known.append(name)
            if name != plan:
                continue
        return _read(grounds, "plan", path, Plan)
    message = say("there is no plan '{plan}'", plan=plan)
    remedy = say("put it beside the scenario as {file}; there is: {known}", file=f"{plan}.yaml", known=known)
    grounds.findings.append(found("E401", scenario.source.file, scenario.place(("plan",)), message, remedy))
    return None


def _read(grounds: Grounds, sort: str, path: Path, model: type[M]) -> M | None:
    document = _document(path)
    grounds.documents[sort] = document
    grounds.findings += document.findings
    if not document.holds:
        return None
    read, faults = _shape(model, *_version(path))
    grounds.findings += as_findings(document, faults)
    # What the cache keeps is of the model that was asked for.
    return read if isinstance(read, model) else None


Version = tuple[Path, str, int, int]
"""A file, how it is shown, when it last changed, and its size: while these stay, so does what was read."""


def _document(path: Path) -> Document:
    return _kept(*_version(path))


def _version(path: Path) -> Version:
    try:
        state = path.stat()
    except OSError:
        return path, shown(path), 0, 0
    return path, shown(path), state.st_mtime_ns, state.st_size


@lru_cache(maxsize=16)
def _kept(path: Path, file: str, changed: int, size: int) -> Document:
    return read_file(path, file)


@lru_cache(maxsize=16)
def _shape(model: type[BaseModel], *version: *Version) -> tuple[BaseModel | None, list[Fault]]:
    return read_shape(_kept(*version), model)


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

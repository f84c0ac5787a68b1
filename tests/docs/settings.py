"""Every setting that an author may write, read from the models: its type, limits and default."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from simulator.scenario.conduct import Conduct
from simulator.scenario.effects import Effects
from simulator.scenario.incidents import Gathering, Reception
from simulator.scenario.messages import Trigger
from simulator.scenario.model import Model
from simulator.scenario.orders import Catalogue
from simulator.scenario.plan import Plan
from simulator.scenario.scenario import ScenarioFile

FILES: tuple[type[Model], ...] = (ScenarioFile, Catalogue, Plan, Conduct)
"""The models of the files that an author writes."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of a block."""

    block: str
    """The model's name."""
    name: str
    """As an author writes it."""
    field: FieldInfo
    annotation: Any
    """With what pydantic takes off: the alias that says how it is written."""

    @property
    def path(self) -> str:
        return f"{self.block}.{self.name}"


def blocks(*roots: type[BaseModel]) -> list[type[Model]]:
    """Every block that can stand in these files, each once, in the order in which it is met."""
    found: dict[type[Model], None] = {}
    for root in roots:
        _gather(root, found)
    return list(found)


def base_of(model: type[Model]) -> type[Model] | None:
    """The block whose settings another has besides its own: an effect's, a trigger's."""
    return next((base for base in (Trigger, Effects) if issubclass(model, base) and model is not base), None)


def own_settings(model: type[Model]) -> list[Setting]:
    """The settings that a block has beyond those of its base, in the order of the model."""
    hints = get_type_hints(model, include_extras=True)
    base = base_of(model)
    taken = set(base.model_fields) if base else set()
    return [
        Setting(model.__name__, field.alias or name, field, hints[name])
        for name, field in model.model_fields.items()
        if name not in taken
    ]


def kinds_of_incident() -> tuple[type[Model], ...]:
    """The kinds of incident by their models, gathering and reception first."""
    others = [
        each for each in blocks(ScenarioFile) if "kind" in each.model_fields and each not in (Gathering, Reception)
    ]
    return (Gathering, Reception, *others)


def _gather(model: type[BaseModel], found: dict[type[Model], None]) -> None:
    if not issubclass(model, Model) or model in found:
        return
    found[model] = None
    base = base_of(model)
    if base is not None:
        _gather(base, found)
    for hint in get_type_hints(model, include_extras=True).values():
        for inner in _models_in(hint):
            _gather(inner, found)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Annotated, Union, UnionType, dict, tuple):
        for part in get_args(annotation):
            yield from _models_in(part)

"""What may stand at a place of a file, read from the models: settings by name and the types of their values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

Location = tuple[str | int, ...]
"""A place as pydantic names it: keys, positions, and the names of the variants it tried."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What may stand at one place."""

    annotation: Any
    field: FieldInfo | None = None
    """The model's field, where the place is one."""

    @property
    def optional(self) -> bool:
        return self.field is not None and not self.field.is_required()


def setting_at(model: type[BaseModel], location: Location) -> Setting | None:
    """What a model wants at a place; nothing where it knows no such place."""
    found: Setting | None = Setting(model)
    for step in location:
        if found is None:
            return None
        found = _inside(found.annotation, step)
    return found


def names_at(model: type[BaseModel], location: Location) -> list[str]:
    """The settings, as an author writes them, that may stand in the map at a place."""
    found = setting_at(model, location)
    inner = _model_in(found.annotation) if found else None
    return [written(name, field) for name, field in inner.model_fields.items()] if inner else []


def written(name: str, field: FieldInfo) -> str:
    """A field's name as an author writes it: `from` for `from_`."""
    return field.alias or name


def holds(annotation: Any, wanted: Callable[[Any], bool]) -> bool:
    """Whether a type is, or as a variant may be, one that is wanted."""
    if get_origin(annotation) in (Union, UnionType, Annotated):
        return any(holds(part, wanted) for part in get_args(annotation))
    return wanted(annotation)


def first_accepted(setting: Setting, values: Iterable[Any]) -> Any:
    """The first of some values that a setting accepts; None where it accepts none."""
    limits = setting.field.metadata if setting.field else []
    wanted: Any = Annotated[(setting.annotation, *limits)] if limits else setting.annotation
    adapter = TypeAdapter[Any](wanted)
    return next((value for value in values if _accepts(adapter, value)), None)


def _accepts(adapter: TypeAdapter[Any], value: Any) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if get_origin(annotation) in (Union, UnionType, Annotated):
        models = (_model_in(part) for part in get_args(annotation))
        return next((model for model in models if model), None)
    return annotation if _is_model(annotation) else None


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel) and not issubclass(annotation, RootModel)


def _inside(annotation: Any, step: str | int) -> Setting | None:
    if _is_model(annotation):
        return _field(annotation, str(step))
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _inside(parts[0], step)
    if origin in (Union, UnionType):
        return _variant(annotation, parts, step)
    if origin is dict:
        return Setting(parts[0] if step == "[key]" else parts[1])
    if origin is tuple:
        each = parts[0] if parts[1:] == (...,) or not isinstance(step, int) else parts[min(step, len(parts) - 1)]
        return Setting(each)
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        return Setting(str)
    return None


def _field(model: type[BaseModel], step: str) -> Setting | None:
    for name, field in model.model_fields.items():
        if step in (name, field.alias):
            return Setting(field.annotation, field)
    return None


def _variant(annotation: Any, parts: tuple[Any, ...], step: str | int) -> Setting | None:
    """One variant by its tag (`gathering`); the same union where the step only names what was tried."""
    for part in parts:
        kind = part.model_fields.get("kind") if _is_model(part) else None
        if kind is not None and get_origin(kind.annotation) is Literal and step in get_args(kind.annotation):
            return Setting(part)
    inner = (_inside(part, step) for part in parts)
    return next((found for found in inner if found), Setting(annotation))

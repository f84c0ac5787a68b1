"""The type, limits and default of a setting in words, as an author meets them."""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Interval, Le, Lt
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from simulator.clock import duration
from simulator.language.condition import Condition
from simulator.language.text import Text
from simulator.scenario import values
from simulator.scenario.effects import Fact, Ids, Path
from tests.docs.settings import Setting
from tests.docs.wording import Wording

NAMED: tuple[tuple[Any, str], ...] = (
    (values.Seconds, "seconds"), (values.Window, "window"), (values.Range, "range"), (values.Moment, "moment"),
    (Condition, "condition"), (Text, "text"), (str, "words"), (values.Share, "share"), (values.Count, "count"),
    (values.Amount, "number"), (values.Yes, "boolean"), (bool, "boolean"), (values.Id, "id"), (Ids, "ids"),
    (values.Slug, "slug"), (values.Area, "area"), (values.Metres, "metres"), (values.Pace, "pace"),
    (values.ClockTime, "clock"), (Path, "path"), (Fact, "fact"), (int, "count"), (float, "number"), (Any, "anything"),
)  # fmt: skip
"""How a written value is called, by its type."""


def kind(annotation: Any, wording: Wording) -> str:
    """The type of a setting in words; a block as a link to its place on the page."""
    named = next((name for known, name in NAMED if _same(annotation, known)), None)
    if named is not None:
        return wording.kind(named)
    match get_origin(annotation):
        case origin if origin is Literal:
            return ", ".join(f"`{each}`" for each in get_args(annotation))
        case origin if origin in (Union, UnionType):
            parts = [kind(part, wording) for part in get_args(annotation) if part is not NoneType]
            return wording.kind("or").join(parts)
        case origin if origin is Annotated:
            return kind(get_args(annotation)[0], wording)
        case origin if origin is dict:
            key, value = get_args(annotation)
            return wording.kind("each" if _same(key, Path) else "map", of=kind(value, wording))
        case origin if origin is tuple:
            return wording.kind("list", of=kind(get_args(annotation)[0], wording))
    return link(annotation, wording)


def link(block: type[BaseModel], wording: Wording) -> str:
    """A block as a link to where its settings stand."""
    return f"[{wording.title(block.__name__)}](#{anchor(block.__name__)})"


def anchor(block: str) -> str:
    """The name of a block's place on the page."""
    return f"block-{block.lower()}"


def default(setting: Setting, wording: Wording) -> str:
    """What holds where a setting is not written."""
    field = setting.field
    if field.is_required():
        return wording.kind("needed")
    value = field.default
    if value is None or isinstance(value, BaseModel) or value in ({}, (), []):
        return wording.kind("none")
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{_written(setting.annotation, value)}`"


def limits(field: FieldInfo, annotation: Any, wording: Wording) -> str:
    """The least and the greatest number that a setting takes; empty where its type says it already."""
    least, most, over = _bounds([*_metadata(annotation), *field.metadata])
    if _is_named(annotation) and not over:
        return ""
    if least is not None and most is not None:
        return wording.kind("overto" if over else "to", least=f"{least:g}", most=f"{most:g}")
    if least is not None:
        return wording.kind("above" if over else "from", least=f"{least:g}")
    return "" if most is None else wording.kind("most", most=f"{most:g}")


def _is_named(annotation: Any) -> bool:
    return any(_same(annotation, known) for known, _ in NAMED)


def _same(annotation: Any, known: Any) -> bool:
    return annotation is known or (get_origin(known) is not None and annotation == known)


def _metadata(annotation: Any) -> list[Any]:
    if get_origin(annotation) is not Annotated:
        return []
    return [
        part for each in get_args(annotation)[1:] for part in (each.metadata if isinstance(each, FieldInfo) else [each])
    ]


def _bounds(metadata: list[Any]) -> tuple[float | None, float | None, bool]:
    """Least, most, and whether the least itself is left out."""
    least: float | None = None
    most: float | None = None
    over = False
    for each in metadata:
        match each:
            case Ge(ge=number):
                least, over = _float(number), False
            case Gt(gt=number):
                least, over = _float(number), True
            case Le(le=number):
                most = _float(number)
            case Lt() | Interval():
                raise ValueError(f"the reference has no words for {each!r}")
    return least, most, over


def _float(number: Any) -> float:
    return float(number)


def _written(annotation: Any, value: Any) -> str:
    if _same(annotation, values.Seconds) or values.Seconds in get_args(annotation):
        return duration(value)
    if _same(annotation, values.Pace):
        return f"{value}x"
    if _same(annotation, values.Metres):
        return f"{value:g} metres"
    return str(value)

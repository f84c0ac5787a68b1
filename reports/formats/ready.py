"""A paper made ready for every format: its texts cleaned, its names fit for files and anchors, its parts in order.

What a format does with them stands in the format's own module.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from reports.page import clean
from reports.paper.model import Block, Figure, Paper, Section, Table

_UNFIT = re.compile("[^A-Za-z0-9]+")


def ready(paper: Paper) -> Paper:
    """The paper without characters that no page shows; every table and figure has a name of its own."""
    taken: set[str] = set()
    whole: Paper = _cleaned(paper)
    return replace(whole, sections=tuple(_named(section, taken) for section in whole.sections))


def _cleaned(value: Any) -> Any:
    """A text, or all texts within a value, cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _cleaned(getattr(value, field.name)) for field in fields(value)})
    return value


def _named(section: Section, taken: set[str]) -> Section:
    blocks = tuple(_block(block, taken) for block in section.blocks)
    return replace(section, blocks=blocks, sections=tuple(_named(each, taken) for each in section.sections))


def _block(block: Block, taken: set[str]) -> Block:
    if isinstance(block, Table | Figure):
        return replace(block, name=own_name(_UNFIT.sub("-", block.name).strip("-") or "part", taken))
    return block


def own_name(wished: str, taken: set[str], most: int = 100) -> str:
    """A name that is not among *taken*, whatever its case, and enters it; at most so many characters long."""
    name, number = wished[:most], 1
    while name.casefold() in taken:
        number += 1
        name = f"{wished[: most - len(f'-{number}')]}-{number}"
    taken.add(name.casefold())
    return name


def headed(paper: Paper) -> Iterator[tuple[str, int, Section]]:
    """Every section in the order of reading, with its anchor and its depth from 1."""
    for place, section in enumerate(paper.sections, 1):
        yield from _headed(section, f"section-{place}", 1)


def _headed(section: Section, anchor: str, depth: int) -> Iterator[tuple[str, int, Section]]:
    yield anchor, depth, section
    for place, each in enumerate(section.sections, 1):
        yield from _headed(each, f"{anchor}-{place}", depth + 1)


def tables(paper: Paper) -> list[Table]:
    """Every table in the order of reading."""
    return [block for _, _, section in headed(paper) for block in section.blocks if isinstance(block, Table)]


def figures(paper: Paper) -> list[Figure]:
    """Every figure in the order of reading."""
    return [block for _, _, section in headed(paper) for block in section.blocks if isinstance(block, Figure)]

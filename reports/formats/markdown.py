"""A paper as Markdown, with tables as GitHub writes them; figures are described in words."""

import re
from collections.abc import Iterator

from reports.formats.ready import headed, ready
from reports.formats.seal import listed, sealed
from reports.markdown import escaped
from reports.paper.model import Block, Bullets, Facts, Figure, Paper, Paragraph, Section, Table

DEEPEST = 6
_MORE_SIGNS = re.compile("([&~$])")
_BEGINNING = re.compile(r"^(\d+(?=[.)])|(?=[#+=-]))")
"""What at the beginning of a line would be a heading, a list or a rule."""


def text(paper: Paper) -> str:
    """The whole paper; its mark stands at both ends."""
    whole = ready(paper)
    return "\n\n".join(_parts(whole)) + "\n"


def _parts(paper: Paper) -> Iterator[str]:
    mark = f"**{plain(paper.exercise)}**"
    yield from (mark, f"# {plain(paper.title)}", plain(paper.kind))
    if paper.facts:
        yield _facts(paper.facts)
    for _, depth, section in headed(paper):
        yield from _section(section, min(depth + 1, DEEPEST))
    yield "---"
    yield from (f"{plain(name)} `{value}`" for name, value in sealed(paper))
    if listed(paper):
        yield "\n".join(f"- {plain(line)}" for line in listed(paper))
    yield mark


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {plain(section.title)}"
    yield from (_block(block) for block in section.blocks)


def _block(block: Block) -> str:
    match block:
        case Paragraph(words):
            return line(words)
        case Bullets(items, ordered):
            return "\n".join(f"{f'{place}.' if ordered else '-'} {line(item)}"
                             for place, item in enumerate(items, 1))  # fmt: skip
        case Facts(pairs):
            return _facts(pairs)
        case Figure():
            return f"*{plain(block.title)}* – {plain(block.description)}"
        case Table():
            return _table(block)


def _facts(pairs: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"- **{plain(name)}**: {plain(value)}" for name, value in pairs)


def _table(table: Table) -> str:
    caption = f"**{plain(table.caption)}**"
    if not table.rows:
        return "\n\n".join(part for part in (caption, line(table.empty)) if part)
    lines = [_row(column.title for column in table.columns)]
    lines.append("|" + "|".join(" ---: " if column.right else " --- " for column in table.columns) + "|")
    lines += [_row(cell.text for cell in row) for row in table.rows]
    return caption + "\n\n" + "\n".join(lines)


def _row(texts: Iterator[str]) -> str:
    return "| " + " | ".join(plain(each) for each in texts) + " |"


def plain(words: str) -> str:
    """A text on one line, with the signs that mean something in Markdown made plain."""
    return _MORE_SIGNS.sub(r"\\\1", escaped(words))


def line(words: str) -> str:
    """A text as a line of its own, whose beginning means nothing in Markdown either."""
    return _BEGINNING.sub(r"\1\\", plain(words))

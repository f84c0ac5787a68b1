"""A report as Markdown: headed sections of lines, which any editor and most offices can open."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from simulator.errors import WriteError
from simulator.language.said import say

Section = tuple[str, Sequence[str]]
"""A heading and its lines."""

_SIGNS = re.compile(r"([\\`*_\[\]<>|])")


def markdown(title: str, sections: Iterable[Section]) -> str:
    """The report: a title, and every section with its lines as a list."""
    blocks = [f"# {escaped(title)}"]
    for heading, lines in sections:
        blocks.append(f"## {escaped(heading)}" if heading else "")
        blocks.append("\n".join(_item(line) for line in lines if line.strip()))
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """The text with the signs that mean something in Markdown made plain."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _item(line: str) -> str:
    """A list's item, as deep as the line is indented."""
    depth = (len(line) - len(line.lstrip())) // 2
    return f"{'  ' * depth}- {escaped(line)}"


def write_report(path: Path, text: str) -> None:
    """Write a report. Raises `WriteError` where that cannot be done."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        message = say("{path}: the report cannot be written", path=str(path))
        raise WriteError(message, say("choose a folder that you may write to")) from error

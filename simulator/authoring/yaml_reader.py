"""Reads the strict YAML that authors write into a `Document`: plain values, each with its place.

Built on libyaml (PyYAML's C loader). What a scenario's keys mean is not decided here.
"""

import stat
from collections.abc import Iterable
from pathlib import Path

from simulator.authoring.diagnostics import Finding, in_order
from simulator.authoring.document import Document
from simulator.authoring.source import Source
from simulator.authoring.yaml_events import MOST_FINDINGS, Reading
from simulator.authoring.yaml_text import (
    BYTE_ORDER_MARK,
    LARGEST,
    decode,
    nothing_written,
    strange_characters,
    too_large,
)
from simulator.errors import FileError
from simulator.language.said import say

__all__ = ["Document", "read_bytes", "read_file", "read_yaml"]


def read_file(path: Path, file: str | None = None) -> Document:
    """The document in a file, shown as `file` (default: the path as given).

    Raises `FileError` where it is missing, is no regular file or cannot be opened.
    """
    file = str(path) if file is None else file
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileError(say("{file} is not a file", file=file), say("name a .yaml file"))
        with path.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise FileError(say("{file} does not exist", file=file), say("check the name")) from error
    except (OSError, ValueError) as error:
        raise FileError(say("{file} cannot be opened", file=file), say("check who may read it")) from error
    return read_bytes(data, file)


def read_bytes(data: bytes, file: str) -> Document:
    """The document in a file's bytes; never raises."""
    if len(data) > LARGEST:
        return _unread(Source(file, ""), [too_large(file)])
    text, findings = decode(data, file)
    return _unread(Source(file, text), findings) if findings else _read(text, file)


def read_yaml(text: str, file: str) -> Document:
    """The document in a text, shown as from `file`; never raises, every fault is a finding."""
    # A character takes at least a byte, so the cheap count comes first.
    if len(text) > LARGEST or len(text.encode("utf-8", errors="replace")) > LARGEST:
        return _unread(Source(file, ""), [too_large(file)])
    return _read(text, file)


def _read(text: str, file: str) -> Document:
    source = Source(file, text.removeprefix(BYTE_ORDER_MARK))
    strange = _first(strange_characters(source))
    if any(finding.code in ("E102", "E103", "E104") for finding in strange):
        return _unread(source, strange)
    reading = Reading(Source(file, source.text.replace("\t", " ")))
    value = reading.document()
    # A tab explains most complaints about the structure, so those wait until it is gone.
    syntax = [] if strange else reading.syntax
    findings = _first(in_order(_once((*strange, *reading.findings, *syntax))))
    if reading.empty and not findings:
        return _unread(source, [nothing_written(file)])
    return Document(source, value, reading.places, tuple(findings))


def _once(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Findings without those that the reading and its failure both made of one place."""
    return {(each.code, each.line, each.column): each for each in findings}.values()


def _first(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding, _ in zip(findings, range(MOST_FINDINGS), strict=False)]


def _unread(source: Source, findings: list[Finding]) -> Document:
    return Document(source, None, {}, tuple(findings))

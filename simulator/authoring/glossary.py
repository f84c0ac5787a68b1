"""The glossary of the field: its words in both languages, for looking up. Scenarios and scores do not rest on it."""

from functools import cache
from pathlib import Path
from typing import Literal

from simulator.authoring.diagnostics import in_order
from simulator.authoring.library import shipped_folder, shown
from simulator.authoring.shape import as_findings, read_shape
from simulator.authoring.yaml_reader import read_file
from simulator.errors import ContentError
from simulator.language.said import say
from simulator.language.text import Text
from simulator.scenario.model import Model
from simulator.scenario.values import Id, Slug

GLOSSARY_FILE = "glossary.yaml"


class Term(Model):
    """One word of the field."""

    term: Text
    means: Text


class Glossary(Model):
    """The words of the field, whole."""

    format: Literal[1]
    id: Slug
    terms: dict[Id, Term]
    """In the order of the file: petition work, answering an emergency, people in a crisis, exercises."""


@cache
def load_glossary() -> Glossary:
    """The shipped glossary, read once. Raises as `read_glossary`."""
    return read_glossary(shipped_folder() / GLOSSARY_FILE)


def read_glossary(path: Path) -> Glossary:
    """The glossary in a file.

    Raises `FileError` where it cannot be opened, `ContentError` with the first fault and its place where it has any.
    """
    document = read_file(path, shown(path))
    found, faults = read_shape(document, Glossary)
    findings = in_order([*document.findings, *as_findings(document, faults)])
    if found is None or findings:
        first = findings[0]
        place = f"{first.file}:{first.line}:{first.column}"
        raise ContentError(say("{place}: {message}", place=place, message=first.message), first.help)
    return found

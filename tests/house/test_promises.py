"""What `docs/reliability.md` promises is tested by the tests that it names."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.house.files import ROOT

PAGE = ROOT / "docs" / "reliability.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@cache
def names(file: Path) -> frozenset[str]:
    """What a module of tests defines at its top."""
    tree = ast.parse(file.read_text(encoding="utf-8")) if file.exists() else ast.Module([], [])
    found = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)}
    given = [node for node in tree.body if isinstance(node, ast.Assign)]
    return frozenset(found | {each.id for node in given for each in node.targets if isinstance(each, ast.Name)})


def promises() -> list[str]:
    """The lines of the tables that hold a promise and its tests."""
    found: list[str] = []
    table = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        table = line if line.startswith("| promise") else table if line.startswith("|") else ""
        found += [line] if table and not line.startswith(("| promise", "|---")) else []
    return found


def test_every_test_that_is_named_exists() -> None:
    named = NAMED.findall(PAGE.read_text(encoding="utf-8"))
    assert [f"{file}::{name}" for file, name in named if name not in names(ROOT / file)] == []


def test_every_promise_names_a_test() -> None:
    assert len(promises()) >= 50
    assert [line for line in promises() if not NAMED.search(line)] == []


def test_no_promise_is_held_by_the_full_check_alone() -> None:
    alone = [line for line in promises() if all(file.startswith("tests/full/") for file, _ in NAMED.findall(line))]
    assert [line.split("|")[1].strip() for line in alone] == ["Word and Excel files open in an office."]

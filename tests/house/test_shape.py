"""Rooms stay small, and stand where they belong."""

import ast

from tests.house.files import FOLDERS, MADE_BY_TOOLS, PACKAGES, ROOT, modules, project_files, shown

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
NAMES_THAT_HOLD_ANYTHING = {"utils", "helpers", "common", "manager", "misc"}


def test_no_file_of_code_has_more_than_300_lines() -> None:
    lengths = {
        shown(file): len(file.read_text(encoding="utf-8").splitlines())
        for file in project_files(*PACKAGES, "tests")
        if file.suffix in (".py", ".css", ".tcss", ".j2")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_has_more_than_40_lines() -> None:
    long = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in modules(*PACKAGES, "tests")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_every_module_says_what_stands_in_it() -> None:
    assert [name for name, tree in modules(*PACKAGES, "tests") if not ast.get_docstring(tree)] == []


def test_modules_are_named_for_what_they_hold() -> None:
    named = [shown(file) for file in project_files(*PACKAGES, "tests") if file.suffix == ".py"]
    assert [name for name in named if NAMES_THAT_HOLD_ANYTHING & set(name.removesuffix(".py").split("/"))] == []


def test_the_top_level_folders_are_the_fixed_ones() -> None:
    folders = {entry.name for entry in ROOT.iterdir() if entry.is_dir()} - MADE_BY_TOOLS
    assert folders <= set(FOLDERS)

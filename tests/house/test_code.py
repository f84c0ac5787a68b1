"""What the code does without: hidden chance, hidden time, circles, floats added in two ways."""

import ast
import re

from simulator.authoring.codes import CODES
from tests.house.files import PACKAGES, modules

CODE = re.compile("[EW][0-9]{3}")


def names_in(tree: ast.Module) -> list[tuple[int, str]]:
    """Every name and dotted name that a module uses or imports, with its line."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=owner), attr=part):
                found.append((node.lineno, f"{owner}.{part}"))
            case ast.Name(id=name):
                found.append((node.lineno, name))
            case ast.Import(names=names):
                found += [(node.lineno, each.name) for each in names]
            case ast.ImportFrom(module=module, names=names):
                found += [(node.lineno, f"{module}.{each.name}") for each in names]
    return found


def uses(tops: tuple[str, ...], pattern: str) -> list[str]:
    """Where names stand that match a pattern in full."""
    return [
        f"{module}:{line} {name}"
        for module, tree in modules(*tops)
        for line, name in names_in(tree)
        if re.fullmatch(pattern, name)
    ]


def test_circles_are_not_hidden_from_the_interpreter() -> None:
    assert uses((*PACKAGES, "tests"), "(typing[.])?TYPE_" + "CHECKING") == []


def test_chance_comes_from_generators_that_are_passed() -> None:
    assert uses(PACKAGES, r"random\.(?!Random$).*") == []


def test_no_generator_is_made_for_a_whole_module() -> None:
    made = [
        f"{name}:{node.lineno}"
        for name, tree in modules(*PACKAGES)
        for statement in tree.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Random")
    ]
    assert made == []


def test_nothing_sleeps_and_no_environment_runs_in_real_time() -> None:
    assert uses((*PACKAGES, "tests"), r"time\.sleep|(.*\.)?Realtime" + "Environment") == []


def test_the_simulator_does_without_numpy() -> None:
    assert uses(("simulator",), r"numpy(\..*)?|np\..*") == []


def test_figures_are_drawn_without_pyplot() -> None:
    assert uses(PACKAGES, r"matplotlib\.pyplot(\..*)?") == []


def test_floats_are_added_with_fsum() -> None:
    # The built-in's result for floats changed in Python 3.12; counting with it is safe.
    folders = ("simulator/engine/", "simulator/evaluation/", "simulator/rehearsal/")
    added = [
        f"{name}:{node.lineno} {ast.unparse(node)}"
        for name, tree in modules("simulator")
        if name.startswith(folders)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "sum" and not counts(node)
    ]
    assert added == []


def counts(call: ast.Call) -> bool:
    """Whether a `sum` adds ones or lengths."""
    if not call.args or not isinstance(call.args[0], ast.GeneratorExp):
        return False
    match call.args[0].elt:
        case ast.Constant(value=int()) | ast.Call(func=ast.Name(id="len")):
            return True
    return False


def test_every_code_of_a_finding_is_registered() -> None:
    used = {
        node.value
        for _, tree in modules("simulator", "tui")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }
    assert used - set(CODES) == set()


def test_codes_are_as_severe_as_their_letter() -> None:
    assert [code for code, meant in CODES.items() if (code[0] == "E") != (meant.severity == "error")] == []

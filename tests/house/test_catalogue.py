"""Everything that the program says has its Chinese, with the same values in it."""

import ast
import gettext
import io
import re
from string import Formatter

from tests.house.catalogue import MO, PACKAGES, WORDS, chinese, compiled, kept, missing, updated
from tests.house.files import modules

PERCENT = re.compile(r"%\(\w+\)[sd]")


def fields(template: str) -> set[str]:
    """The names of the values that a template takes; none of one with a lone brace."""
    try:
        named = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    except ValueError:
        named = set()
    return named | set(PERCENT.findall(template))


def test_every_message_has_its_chinese() -> None:
    assert [message.id for message in missing(updated(kept()))] == []


def test_the_catalogue_holds_no_message_that_nobody_says() -> None:
    said = {str(message.id) for message in updated(kept())}
    assert [message.id for message in kept() if str(message.id) not in said] == []


def test_a_translation_takes_the_same_values() -> None:
    unlike = []
    for message in kept():
        template = message.id if isinstance(message.id, str) else message.id[-1]
        wrong = [text for text in chinese(message) if text and fields(text) != fields(template)]
        unlike += wrong if message.id else []
    assert unlike == []


def test_the_compiled_catalogue_is_that_of_the_readable_one() -> None:
    with MO.open("rb") as file:
        read = vars(gettext.GNUTranslations(file))["_catalog"]
    made = vars(gettext.GNUTranslations(io.BytesIO(compiled(kept()))))["_catalog"]
    # The header, under the empty message, names the Babel that wrote it.
    assert read | {"": ""} == made | {"": ""}


def test_messages_are_written_out_where_they_are_said() -> None:
    """Only the functions whose callers' words are extracted hand a template on to `say`."""
    handed_on = {
        f"{name}: {function.name}"
        for name, tree in modules(*PACKAGES)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and function.name not in WORDS
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "say"
        if not (call.args and isinstance(call.args[0], ast.Constant))
    }
    assert handed_on == set()

"""The reference is complete, current, and its examples are ones."""

from typing import Any, get_args

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from simulator.scenario.orders import ArgumentKind, Mechanic
from tests.docs.reference import PAGES, page, template
from tests.docs.settings import FILES, Setting, blocks, own_settings
from tests.docs.tables import part_types
from tests.docs.wording import LANGUAGES, OTHERS, entry, words

SETTINGS = [setting for block in blocks(*FILES) for setting in own_settings(block)]


def placed(language: str) -> list[str]:
    lines = [line.split()[1:] for line in template(language) if line.startswith("@blocks")]
    return sorted(name for names in lines for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_as_the_models_are(language: str) -> None:
    assert PAGES[language].read_text(encoding="utf-8") == page(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_stands_on_the_page_once(language: str) -> None:
    assert placed(language) == sorted(block.__name__ for block in blocks(*FILES))


def test_every_setting_has_words_in_both_languages() -> None:
    without = []
    for setting in SETTINGS:
        try:
            found = entry(setting)
        except KeyError:
            without.append(setting.path)
        else:
            without += [f"{setting.path} {part}" for part in (*LANGUAGES, "example") if not found.get(part)]
    assert without == []


def test_no_words_are_left_over() -> None:
    used = {setting.path for setting in SETTINGS}
    names = {setting.name for setting in SETTINGS if setting.name not in words()[setting.block]["settings"]}
    written = {
        f"{block}.{name}" for block, entry in words().items() if block not in OTHERS for name in entry["settings"]
    }
    assert written - used == set()
    assert set(words()["any"]["settings"]) - names == set()


def value(setting: Setting) -> Any:
    return yaml.safe_load(f"here: {entry(setting)['example']}")["here"]


def test_an_example_may_be_written_as_it_stands() -> None:
    refused = []
    for setting in (each for each in SETTINGS if "…" not in entry(each)["example"]):
        try:
            TypeAdapter(setting.annotation).validate_python(value(setting))
        except ValidationError as error:
            refused.append(f"{setting.path}: {error}")
    assert refused == []


def test_every_part_that_conditions_know_is_explained() -> None:
    known = {thing: set(parts) for thing, parts in part_types().items()}
    assert {thing: set(parts) for thing, parts in words()["parts"].items()} == known


def test_every_kind_of_argument_and_every_mechanic_is_explained() -> None:
    assert set(words()["choices"]["kind"]) == set(get_args(ArgumentKind))
    assert set(words()["choices"]["mechanic"]) == set(get_args(Mechanic))


@pytest.mark.parametrize("language", LANGUAGES)
def test_orders_codes_clauses_and_types_stand_on_the_page(language: str) -> None:
    written = page(language)
    assert "| `open_reception(place, windows: number?)` |" in written
    assert "| `activate(level)` |" in written
    assert "| `U09` |" in written
    assert "| `M2` |" in written
    assert "| `disaster` |" in written

"""The schema in the hands of the language server that editors use for YAML. Needs `yaml-language-server` on the path
or named by `YAML_LANGUAGE_SERVER`.
"""

import os
from collections.abc import Iterator

import pytest

from simulator.authoring.load import load_text
from simulator.authoring.scaffold import started, types
from simulator.authoring.schema import FILE, as_text
from simulator.authoring.schema_names import schema_for
from tests.full.language_server import LanguageServer

CALL = os.environ.get("YAML_LANGUAGE_SERVER", "yaml-language-server").split()
TEXT = started("water-street", "sudden", FILE)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    folder = tmp_path_factory.mktemp("water-street")
    schema = schema_for(load_text(TEXT, folder / "scenario.yaml"))
    (folder / FILE).write_text(as_text(schema), encoding="utf-8")
    with LanguageServer([*CALL, "--stdio"], folder) as started_server:
        yield started_server


@pytest.mark.parametrize("kind", types())
def test_a_beginning_has_no_fault(server: LanguageServer, kind: str) -> None:
    assert server.faults(f"{kind}.yaml", started("water-street", kind, FILE)) == []


def test_a_misspelt_setting_and_value_are_marked_where_they_stand(server: LanguageServer) -> None:
    text = TEXT.replace("length: 100m", "lenght: 100m").replace("kind: gathering", "kind: gatherin")
    (line,) = [number for number, line in enumerate(text.splitlines(), 1) if "lenght" in line]
    faults = server.faults("misspelt.yaml", text)
    assert f"{line}: Property lenght is not allowed." in faults
    assert any("Value is not accepted" in fault and '"gathering"' in fault for fault in faults)


@pytest.mark.parametrize(
    ("old", "new", "offered"),
    [
        ("base: depot", "base: ¦", {"yard", "depot"}),
        ("due: whose_pump", "due: ¦", {"first_calls", "whose_pump", "neighbours.road"}),
        ("to: legal_adviser", "to: ¦", {"duty_officer", "legal_adviser", "public_information"}),
        ("asks: whose_pump", "asks: ¦", {"whose_pump"}),
        ("[whose_pump == us]", "[¦]", {"whose_pump == us", "dispatch(unit=water_truck, place=yard)"}),
        ("when: not water_truck.on_scene", "when: ¦", {"not water_truck.on_scene", "neighbours.tension > 0.5"}),
        ("clauses: [W1]", "clauses: [¦]", {"W1", "I4"}),
        ("conduct: U02", "conduct: ¦", {"U02", "U24"}),
        ("measure: harm.injured", "measure: ¦", {"harm.injured", "neighbours.tension.mean"}),
        ("if_silent: wait", "if_silent: ¦", {"wait", "us"}),
        ("kind: gathering", "kind: ¦", {"gathering", "reception", "person", "rumour", "flow"}),
        ("    critical: true\n", "    ¦\n", {"critical", "repeat", "if_missed"}),
    ],
)  # fmt: skip
def test_what_can_stand_there_is_offered(server: LanguageServer, old: str, new: str, offered: set[str]) -> None:
    name = f"{old.strip().split(':')[0].strip('[]')}.yaml"
    assert offered <= set(server.completions(name, TEXT.replace(old, new, 1)))


def test_a_setting_is_explained(server: LanguageServer) -> None:
    said = server.hover("hover.yaml", TEXT, "under: department")
    assert "The seat that commands it; the commander may send it too." in said

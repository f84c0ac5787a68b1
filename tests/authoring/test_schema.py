"""The JSON Schema of scenario files: current, true to the models, and with a file's own ids."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from simulator.authoring.library import shipped, shipped_folder
from simulator.authoring.load import load_text
from simulator.authoring.scaffold import started, types
from simulator.authoring.schema import FILE, as_text, schema
from simulator.authoring.schema_names import schema_for
from simulator.authoring.yaml_reader import read_file, read_yaml
from tests.authoring.sample import sample_file, sample_yaml
from tests.tui.calling import call

Printed = pytest.CaptureFixture[str]


def faults(found: dict[str, Any], *changes: tuple[str, str]) -> list[str]:
    """Where a schema finds fault with the changed sample."""
    errors = Draft7Validator(found).iter_errors(read_yaml(sample_yaml(*changes), "").value)
    return sorted({".".join(str(step) for step in error.absolute_path) for error in errors})


def offered(found: dict[str, Any], model: str, setting: str) -> list[str]:
    """The words that a schema offers at a setting."""
    home = found["definitions"][model]["properties"][setting]
    one = home.get("items", home.get("anyOf", [home])[0])
    reference = one["allOf"][0]["$ref"].rpartition("/")[2]
    words: list[str] = found["definitions"][reference]["examples"]
    return words


def test_the_published_schema_is_that_of_the_models() -> None:
    """After a change of the models: `drillroom schema > scenarios/schema/scenario.schema.json`."""
    published = shipped_folder() / "schema" / FILE
    assert published.read_text(encoding="utf-8") == as_text(schema())


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(schema())


def test_it_finds_no_fault_with_what_is_shipped() -> None:
    validator = Draft7Validator(schema())
    texts = [read_file(path).value for path in shipped()]
    texts += [read_yaml(started("a", kind), "").value for kind in types()]
    assert [error.message for text in texts for error in validator.iter_errors(text)] == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("length: 4h", "length: 4"), "length"),
        (("length: 4h", "lenght: 4h"), ""),
        (('clock: "07:40"', 'clock: "7.40"'), "clock"),
        (("kind: gathering", "kind: gatherin"), "incidents.residents.kind"),
        (("travel: 8m..14m", "travel: 8..14"), "routes.0.travel"),
        (("area: 120 m2", "area: 120"), "places.hall.area"),
        (("at: doors + 45m", "at: doors + 45"), "injects.second_wave.at"),
        (("    by: phone", "    by: telefone"), "injects.doors.by"),
        (("harm: {injured: 0..2}", "harm: {injured: few}"), "incidents.residents.stages.blocking.harm.injured"),
        (("    limit: 25m\n", ""), "expectations.open_doors"),
        (("[commander, duty_officer, petition_lead, public_security]", "[Commander]"), "seats"),
    ],
)
def test_what_has_another_shape_is_found(change: tuple[str, str], place: str) -> None:
    assert faults(schema()) == []
    assert faults(schema(), change) == [place]


def test_settings_are_explained_in_the_words_of_the_models() -> None:
    properties = schema()["definitions"]["Decision"]["properties"]
    assert properties["if_silent"]["description"] == (
        "The option whose consequences silence has; it never meets an expectation."
    )


def test_a_files_own_ids_are_offered_where_they_may_stand(tmp_path: Path) -> None:
    found = schema_for(load_text(sample_yaml(), tmp_path / "scenario.yaml"))
    Draft7Validator.check_schema(found)
    assert offered(found, "Unit", "base") == ["hall", "bureau"]
    assert offered(found, "Inject", "to") == ["commander", "duty_officer", "petition_lead", "public_security"]
    assert offered(found, "Decision", "if_silent") == ["listen", "wait"]
    assert offered(found, "Expectation", "due") == [
        "doors", "chant", "gate_blocked", "second_wave", "first_words", "residents.chanting", "residents.blocking",
    ]  # fmt: skip
    assert {"first_words == listen", "open_reception(place=hall)"} <= set(offered(found, "Expectation", "do"))
    assert {"residents.tension > 0.5", "not windows.open", "residents.stage == blocking", "mood_of_press == loud"} <= (
        set(offered(found, "Inject", "when"))
    )
    assert "U09" in offered(found, "Option", "conduct")
    assert "residents.heard" in found["definitions"]["Option"]["properties"]["raises"]["properties"]


def test_names_are_offered_not_demanded(tmp_path: Path) -> None:
    found = schema_for(load_text(sample_yaml(), tmp_path / "scenario.yaml"))
    assert faults(found) == []
    assert faults(found, ("base: bureau", "base: depot")) == []


def test_a_file_with_a_fault_still_offers_what_it_declares(tmp_path: Path) -> None:
    found = schema_for(load_text(sample_yaml(("format: 1", "format: one")), tmp_path / "scenario.yaml"))
    assert offered(found, "Unit", "base") == ["hall", "bureau"]


def test_the_command_prints_it_or_writes_it_beside_the_file(tmp_path: Path, capsys: Printed) -> None:
    path = sample_file(tmp_path)
    assert call(capsys, "schema").object == schema()
    own = call(capsys, "schema", path).object
    assert offered(own, "Unit", "base") == ["hall", "bureau"]
    told = call(capsys, "schema", path, "--write")
    assert told.out == ""
    assert json.loads((tmp_path / FILE).read_text(encoding="utf-8")) == own
    assert "# yaml-language-server: $schema=scenario.schema.json" in told.err

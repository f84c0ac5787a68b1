"""Every code is explained in both languages, with a wrong example that bears it and a right one that does not."""

from pathlib import Path

import pytest

from simulator.authoring.check import check
from simulator.authoring.codes import CODES
from simulator.authoring.explaining import Example, as_files, examples
from simulator.authoring.load import load_text
from simulator.rehearsal.playthroughs import run_playthroughs

EXAMPLES = examples()
PLAYED = "E490"
"""The code that is found by playing."""

HALF_A_CHARACTER = "E104"
"""No file can hold it, only a text in an editor."""


def codes_of(folder: Path, example: Example, wrong: bool) -> set[str]:
    """The codes of what is found in an example put into its scenario."""
    for name, text in as_files(example, wrong).items():
        encoding = example.encoding if wrong else "utf-8"
        (folder / name).write_text(text, encoding=encoding)
    return {finding.code for finding in check(folder / "scenario.yaml", "publish").findings}


def played(folder: Path) -> set[str]:
    """The code of playthroughs, where one of the scenario's comes out otherwise."""
    scenario = check(folder / "scenario.yaml").scenario
    assert scenario is not None
    return {PLAYED for outcome in run_playthroughs(scenario, folder) if not outcome.holds}


def test_every_code_has_its_example_in_the_order_of_the_codes() -> None:
    assert list(EXAMPLES) == list(CODES)


def test_every_meaning_is_written_in_both_languages() -> None:
    assert [code for code, example in EXAMPLES.items() if example.means.languages != ("en", "zh")] == []


@pytest.mark.parametrize("code", [code for code in EXAMPLES if code not in (PLAYED, HALF_A_CHARACTER)])
def test_the_wrong_example_bears_its_code_and_the_right_one_bears_none(code: str, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    assert code in codes_of(tmp_path, example, wrong=True)
    (tmp_path / "scenario.yaml").unlink()
    assert codes_of(tmp_path, example, wrong=False) == set(example.beside)


def test_half_a_character_is_found_in_a_text(tmp_path: Path) -> None:
    example = EXAMPLES[HALF_A_CHARACTER]
    found = [
        [finding.code for finding in load_text(as_files(example, wrong)["scenario.yaml"], tmp_path / "s.yaml").findings]
        for wrong in (True, False)
    ]
    assert found == [[HALF_A_CHARACTER], []]


def test_a_playthrough_of_the_wrong_example_comes_out_otherwise(tmp_path: Path) -> None:
    example = EXAMPLES[PLAYED]
    codes_of(tmp_path, example, wrong=True)
    wrong = played(tmp_path)
    codes_of(tmp_path, example, wrong=False)
    assert (wrong, played(tmp_path)) == ({PLAYED}, set())


def test_every_code_stands_in_the_document_as_it_is() -> None:
    text = (Path(__file__).parents[2] / "docs" / "check.md").read_text(encoding="utf-8")
    rows = [f"| {code} | {known.severity} | {known.title} |" for code, known in CODES.items()]
    assert [row for row in rows if row not in text] == []

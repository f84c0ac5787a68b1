"""Spoilt files that offices send back: lists of injects, rosters, translations. Read, or refused with what to do."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.msel import as_csv, cells_of
from reports.records.roster import read_roster
from simulator.authoring.load import load_text
from simulator.authoring.msel import sheet_of
from simulator.authoring.msel_merging import merged
from simulator.authoring.msel_rows import read_rows
from simulator.authoring.translating import exported, read_po, taken
from simulator.language.translator import translator_for
from tests.authoring.sample import SAMPLE
from tests.players.sample import morning
from tests.soundness.clear import or_a_clear_error
from tests.soundness.effort import effort
from tests.soundness.spoiling import spoilt_bytes, spoilt_text

ROSTER = """\
format: 1
people:
  lin: {name: Lin Qiao, department: Reception, aliases: [Qiao Lin, 林桥]}
  chen.yu: {name: 陈宇, pseudonym: Heron}
"""
ROSTER_CSV = "id,name,pseudonym,department,aliases\nlin,Lin Qiao,,Reception,Qiao Lin; 林桥\nchen.yu,陈宇,Heron,,\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


@cache
def rows() -> bytes:
    """The injects of a scenario as CSV."""
    return as_csv(sheet_of(morning(), translator_for("en")))


@cache
def translation() -> str:
    """The texts of a scenario, to be translated."""
    return str(exported(load_text(SAMPLE, Path("scenario.yaml")), "en", "zh"))


@effort(60)
@given(data=st.deferred(lambda: spoilt_bytes(rows()) | spoilt_text(rows().decode("utf-8-sig")).map(str.encode)))
def test_a_spoilt_list_of_injects_is_worked_in_or_refused(folder: Path, data: bytes) -> None:
    (folder / "list.csv").write_bytes(data)
    with or_a_clear_error():
        read, refused = read_rows(cells_of(folder / "list.csv"), "en")
        assert all(each.number >= 1 for each in refused)
        merged(load_text(SAMPLE, folder / "scenario.yaml"), read)


@effort(60)
@given(text=spoilt_text(ROSTER) | spoilt_text(ROSTER_CSV), ending=st.sampled_from((".yaml", ".csv")))
def test_a_spoilt_roster_is_read_or_refused(folder: Path, text: str, ending: str) -> None:
    path = folder / f"roster{ending}"
    path.write_text(text, encoding="utf-8")
    with or_a_clear_error():
        people = read_roster(path)
        assert len({person.id for person in people}) == len(people)


@effort(60)
@given(text=st.deferred(lambda: spoilt_text(translation())))
def test_a_spoilt_translation_is_worked_in_or_refused(text: str) -> None:
    loaded = load_text(SAMPLE, Path("scenario.yaml"))
    with or_a_clear_error():
        taken(loaded, read_po(text, "texts.po"), "en", "zh")

"""`drillroom translate`: texts out as a `.po`, translations in, what went stale found."""

from pathlib import Path

import polib
import pytest

from simulator.authoring.yaml_reader import read_file
from tests.authoring.sample import sample_file
from tests.tui.calling import Called, call

Printed = pytest.CaptureFixture[str]


def out_and_in(capsys: Printed, path: Path, place: str, **changes: str) -> tuple[Called, polib.POFile]:
    """Export, change one entry of the `.po`, import; what the import said, and the `.po`."""
    po = path.with_suffix(".po")
    assert call(capsys, "translate", "export", path, po).status == 0
    read = polib.pofile(str(po))
    entry = next(each for each in read if each.msgctxt == place)
    for name, value in changes.items():
        setattr(entry, name, value)
    read.save()
    return call(capsys, "translate", "import", po, path), read


def test_every_text_goes_out_with_its_place_source_first(tmp_path: Path, capsys: Printed) -> None:
    told = call(capsys, "translate", "export", sample_file(tmp_path))
    entries = {each.msgctxt: (each.msgid, each.msgstr) for each in polib.pofile(told.out)}
    assert entries["injects.doors.text"] == ("Eighty-six people at the door.", "门口有八十六人。")
    assert entries["decisions.first_words.options.listen.text"] == ("Listen.", "先听。")
    assert next(iter(entries)) == "title"
    assert "20 texts, en to zh: 0 without a translation, 0 stale" in told.err


def test_a_changed_translation_goes_in_and_nothing_else_changes(tmp_path: Path, capsys: Printed) -> None:
    path = sample_file(tmp_path)
    before = path.read_text(encoding="utf-8")
    told, _ = out_and_in(capsys, path, "injects.doors.text", msgstr="大门口来了八十六人。")
    assert told.status == 0
    assert "1 written\n19 as they were\n" in told.out
    assert path.read_text(encoding="utf-8") == before.replace("门口有八十六人。", "大门口来了八十六人。")


def test_an_export_brought_back_changes_nothing(tmp_path: Path, capsys: Printed) -> None:
    path = sample_file(tmp_path)
    told, _ = out_and_in(capsys, path, "title")
    assert told.out.startswith("0 written\n20 as they were\n")
    assert not path.with_name("scenario.yaml.bak").exists()


def test_a_text_whose_source_changed_since_is_stale_and_left_out(tmp_path: Path, capsys: Printed) -> None:
    path = sample_file(tmp_path)
    po = tmp_path / "out.po"
    call(capsys, "translate", "export", path, po)
    changed = path.read_text(encoding="utf-8").replace("They chant.", "They shout.")
    path.write_text(changed.replace("有人在喊口号。", "有人在喊。"), encoding="utf-8")
    told = call(capsys, "translate", "import", po, path)
    assert told.status == 1
    assert "injects.chant.text: the source has changed since the export; left out" in told.err
    assert "有人在喊。" in path.read_text(encoding="utf-8")


def test_exporting_over_an_earlier_file_marks_what_is_stale(tmp_path: Path, capsys: Printed) -> None:
    path = sample_file(tmp_path)
    po = tmp_path / "out.po"
    call(capsys, "translate", "export", path, po)
    path.write_text(path.read_text(encoding="utf-8").replace("They chant.", "They shout."), encoding="utf-8")
    told = call(capsys, "translate", "export", path, po)
    (stale,) = [each for each in polib.pofile(str(po)) if each.fuzzy]
    assert (stale.msgctxt, stale.msgid, stale.previous_msgid) == ("injects.chant.text", "They shout.", "They chant.")
    assert "1 stale (marked fuzzy)" in told.err
    assert "1 fuzzy" in call(capsys, "translate", "import", po, path).out


def test_names_in_braces_must_be_the_same(tmp_path: Path, capsys: Printed) -> None:
    path = sample_file(
        tmp_path, ("{en: They chant., zh: 有人在喊口号。}", '{en: "{ms_yu} chants.", zh: "{ms_yu}在喊口号。"}')
    )
    before = path.read_text(encoding="utf-8")
    told, _ = out_and_in(capsys, path, "injects.chant.text", msgstr="{mr_yu}在喊。")
    assert told.status == 1
    assert "injects.chant.text: the names in braces are not those of the source; left out" in told.err
    assert path.read_text(encoding="utf-8") == before


def test_a_language_that_was_not_there_is_added(tmp_path: Path, capsys: Printed) -> None:
    path = sample_file(tmp_path)
    po = tmp_path / "fr.po"
    assert "20 without a translation" in call(capsys, "translate", "export", path, po, "--to", "fr").err
    read = polib.pofile(str(po))
    read[0].msgstr = "Loyers en retard"
    read.save()
    assert call(capsys, "translate", "import", po, path).status == 0
    value = read_file(path).value
    assert value["title"]["fr"] == "Loyers en retard"
    assert value["languages"] == ["en", "zh", "fr"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("msgid oh no\nmsgid", "is no .po file"),
        ("", "holds no translations"),
        ("\x00\x01", "is no .po file"),
    ],
)
def test_what_is_no_po_file_is_told_so(tmp_path: Path, capsys: Printed, content: str, said: str) -> None:
    po = tmp_path / "x.po"
    po.write_text(content, encoding="utf-8")
    told = call(capsys, "translate", "import", po, sample_file(tmp_path))
    assert told.status == 1
    assert said in told.err
    assert told.err.startswith("error: ")

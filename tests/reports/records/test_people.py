"""Who is who: the roster as a file, matching names, and forgetting a person."""

from pathlib import Path

import pytest

from reports.records.people import ROSTER as FROM_ROSTER
from reports.records.people import id_of
from reports.records.roster import read_roster, roster_file
from reports.records.rows import Filter, Person
from reports.records.store import Records
from simulator.errors import CallError, ContentError, FileError
from tests.reports.records.drills import BAD, GOOD, journal


def person(key: str, name: str = "", pseudonym: str = "", department: str = "", *aliases: str) -> Person:
    """Somebody of a roster."""
    return Person(key, name, pseudonym, department, aliases, 0, FROM_ROSTER)


ROSTER = (
    person("zhou", "Zhou Min", "Magpie", "Reception"),
    person("ito", "Ito Ana", "", "Duty desk", "Ana Ito", "A. Ito"),
    person("wang", "Wang Dachuan", "", "Public security"),
)

YAML = """
format: 1
people:
  zhou: {name: Zhou Min, pseudonym: Magpie, department: Reception}
  ito: {name: Ito Ana, department: Duty desk, aliases: [Ana Ito, A. Ito]}
  wang: {name: Wang Dachuan, department: Public security}
"""

CSV = """\ufeffid,name,pseudonym,department,aliases
zhou,Zhou Min,Magpie,Reception,
ito,Ito Ana,,Duty desk,Ana Ito; A. Ito
wang,Wang Dachuan,,Public security
"""


@pytest.mark.parametrize(("name", "text"), [("roster.yaml", YAML), ("roster.csv", CSV)])
def test_a_roster_is_read_from_yaml_and_csv_and_written_back_the_same(tmp_path: Path, name: str, text: str) -> None:
    path, again = tmp_path / name, tmp_path / f"again-{name}"
    path.write_text(text, encoding="utf-8")
    assert read_roster(path) == ROSTER
    again.write_bytes(roster_file(again, ROSTER))
    assert read_roster(again) == ROSTER


def test_a_name_that_looks_like_a_formula_stays_harmless_and_itself(tmp_path: Path) -> None:
    path, odd = tmp_path / "roster.csv", person("odd", "=1+1", "", "-")
    path.write_bytes(roster_file(path, [odd]))
    assert "odd,'=1+1,,'-," in path.read_text(encoding="utf-8")
    assert read_roster(path) == (odd,)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.yaml", "format: 1\npeople:\n  a: {nam: Zhou}\n", "a.yaml:3:7: there is no setting 'nam' here"),
        ("a.csv", "id,nick\na,b\n", "a.csv:1: not the columns of a roster"),
        ("a.csv", "id,name\nA B,Zhou\n", "a.csv:2: not an entry of a roster"),
        ("a.csv", "id,name\na,Zhou,more\n", "a.csv:2: more cells than columns"),
        ("a.csv", "id,name\na,Zhou\nb,ZHOU\n", "a.csv: a, b are all called 'zhou'"),
        ("a.csv", "id,name\nunnamed,Zhou\n", "a.csv: 'unnamed' is the id of people without a name"),
    ],
)
def test_a_faulty_roster_is_told_with_its_place(tmp_path: Path, name: str, text: str, told: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read_roster(path)
    assert str(error.value).replace(f"{tmp_path}/", "").startswith(told.replace("a, b", "['a', 'b']"))


def test_a_missing_roster_is_told(tmp_path: Path) -> None:
    for name in ("a.yaml", "a.csv"):
        with pytest.raises(FileError, match="does not exist"):
            read_roster(tmp_path / name)


def test_a_trainee_is_known_by_id_name_or_alias(records: Records, folder: Path) -> None:
    records.enrol(ROSTER)
    for day, name in enumerate(("zhou", "ZHOU  MIN", "A. Ito", "Ito Ana", "Somebody Else"), 1):
        records.keep(journal(folder, name, GOOD, f"2026-03-{day:02}"))
    assert [seat.person for seat in records.seats()] == ["zhou", "zhou", "ito", "ito", id_of("Somebody Else")]


def test_a_roster_that_comes_later_knows_who_was_a_stranger(records: Records, folder: Path) -> None:
    records.keep(journal(folder, "Ana Ito", GOOD, "2026-03-01"))
    records.keep(journal(folder, "A. Ito", GOOD, "2026-03-02"))
    records.enrol(ROSTER)
    assert [seat.person for seat in records.seats()] == ["ito", "ito"]
    assert [(each.id, each.number) for each in records.people() if each.id == "ito"] == [("ito", 1)]
    assert sorted(each.id for each in records.people()) == ["ito", "wang", "zhou"]


def test_a_roster_changes_people_by_id_and_takes_none_out(records: Records) -> None:
    assert records.enrol(ROSTER) == 3
    assert records.enrol([person("wang", "Wang Dachuan", "Heron", "Duty desk")]) == 3
    (changed,) = records.people(Filter(person="Heron"))
    assert (changed.id, changed.department, changed.shown) == ("wang", "Duty desk", "Heron")
    with pytest.raises(ContentError, match="are all called 'zhou min'"):
        records.enrol([person("other", "Zhou Min")])
    assert len(records.people()) == 3


def test_nobody_who_gave_no_name_is_taken_for_somebody(records: Records, folder: Path) -> None:
    records.keep(journal(folder, "  ", GOOD))
    records.enrol([person("blank")])
    assert [seat.shown for seat in records.seats(Filter(named=True))] == ["a person without a name"]


def test_forgetting_deletes_all_that_is_kept_and_names_the_journals(records: Records, folder: Path) -> None:
    hers = journal(folder, "Zhou Min", BAD, "2026-03-02")
    records.keep(hers)
    records.keep(journal(folder, "Ana Ito", BAD, "2026-03-03"))
    records.enrol(ROSTER)
    records.settle(records.items(Filter(person="zhou"))[0].drill, "send_team", "fixed")
    gone = records.forget("Zhou Min")
    assert (gone.person.id, gone.drills, gone.journals) == ("zhou", 1, (hers.resolve(),))
    assert {seat.person for seat in records.seats()} == {"ito"}
    assert {task.person for task in records.tasks()} == {"ito"}
    assert {item.person for item in records.items()} == {"ito"}
    assert sorted(each.id for each in records.people()) == ["ito", "wang"]
    assert [drill.day for drill in records.drills()] == ["2026-03-03"]
    with pytest.raises(CallError, match="nobody in the records is called 'Zhou Min'"):
        records.forget("Zhou Min")


def test_the_number_of_somebody_forgotten_is_not_given_again(records: Records, folder: Path) -> None:
    records.keep(journal(folder, "Zhou Min", GOOD, "2026-03-02"))
    records.forget("Zhou Min")
    records.keep(journal(folder, "Ana Ito", GOOD, "2026-03-03"))
    assert [each.shown for each in records.people()] == ["person 2"]

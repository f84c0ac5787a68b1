"""Names, references, effects and conditions of a scenario: each fault at its place, with what to write."""

from pathlib import Path

import pytest

from tests.authoring.sample import findings_of, place_of

OWN_ORDER = ("length: 4h", "length: 4h\norders: {register: {raises: {incident.tensin: 0.1}}}")

FAULTS = [
    ("a place that is nowhere", ("[bureau, hall]", "[bureau, hal]"), "E400", "between", "hal]", "did you mean 'hall'?"),
    ("a base that is nowhere", ("base: bureau", "base: burau"), "E400", "base: burau", "burau", "'bureau'"),
    ("a unit under no seat", ("under: petition_lead", "under: mayor"), "E400", "under:", "mayor", "there are: "),
    ("a queue from no gathering", ("{from: residents", "{from: windows"), "E400", "{from: w", "windows", "'residents'"),
    ("a seat without a role", ("seats: [commander", "seats: [mayor, commander"), "E400", "seats:", "mayor",
     "there are: "),
    ("an option for silence", ("if_silent: wait", "if_silent: nothing"), "E400", "if_silent", "nothing", "'wait'"),
    ("a type that the plan lacks", ("type: mass", "type: maas"), "E400", "type: maas", "maas", "did you mean 'mass'?"),
    ("a moment after nothing", ("at: doors + 45m", "at: dors + 45m"), "E400", "dors", "dors", "did you mean 'doors'?"),
    ("a name that is taken", ("  ms_yu:", "  hall:"), "E402", "于雯", "hall", "another name"),
    ("a verb as a name", ("leaders_told:", "register:"), "E402", "  register:", "register", "another name"),
    ("a stage named like a part", ("chanting: {", "people: {"), "E402", "  people: {", "people", "another name"),
    ("a share of heads", ("{residents.heard: 0.2}", "{residents.people: 0.2}"), "E403", "residents.people: 0.2",
     "residents.people", "'tension', 'trust'"),
    ("an addition to a truth", ("90, buses: 2", "90, leaders_told: 2"), "E403", "add:", "leaders_told", "buses"),
    ("a step of no part", OWN_ORDER, "E403", "orders:", "incident.tensin", "did you mean 'tension'?"),
    ("telling of no part", ("{residents.people: 86}", "{residents.peple: 86}"), "E403", "tells", "residents.peple",
     "did you mean 'people'?"),
    ("a state past its limit", ("add: {residents.people: 90, buses: 2}", "set: {buses: 7}"), "E404", "set:", "7",
     "from … to 4"),
    ("a state that starts as no word of it", ("start: quiet", "start: calm"), "E404", "start: calm", "calm", "quiet"),
    ("limits the wrong way round", ("max: 4", "min: 9, max: 4"), "E404", "max: 4", "4}", "the larger one as 'max'"),
    ("a clause that the plan lacks", ("[O1, M1, W3]", "[O1, M1, W3, M9]"), "E417", "M9", "M9", "did you mean"),
    ("a code that is none", ("conduct: U02", "conduct: U99"), "E418", "U99", "U99", ""),
    ("a word that a stage can never be", ("not windows.open", "residents.stage == blokcing"), "E301", "blokcing",
     "blokcing", "did you mean 'blocking'?"),
    ("a level that the plan lacks", ("level=III", "level=IIII"), "E301", "IIII", "IIII", "did you mean 'III'?"),
    ("a number for a time", ("residents.waited > 60m", "residents.waited > 60"), "E302", "waited > 60", "60", "10m"),
    ("a name that nothing bears", ("hall.density > 0.6", "hal.density > 0.6"), "E303", "hal.d", "hal.d", "'hall'"),
    ("a part that a place lacks", ("hall.density > 0.6", "hall.densty > 0.6"), "E304", "densty", "hall.d", "'density'"),
    ("a figure that a scorecard lacks", ("rating != U", "ratng != U"), "E303", "ratng", "ratng", "'rating'"),
    ("a share for a word", ("rating != U", "rating > 3"), "E306", "rating > 3", "rating > 3", ""),
    ("a time that holds from the start", ("since(relay_progress()) < 20m", "since(relay_progress()) > 20m"), "E309",
     "progress:", "since", "x and since(x)"),
    ("an argument of no order", ("register(incident=", "register(incidnt="), "E310", "incidnt", "incidnt",
     "'incident'"),
    ("an otherwise in a pressure", ("when: hall.density > 0.6", "when: otherwise"), "E311", "crowded:", "otherwise",
     "write a condition"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "line_with", "part", "remedy"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS]
)
def test_a_name_that_means_nothing_is_told_at_its_place_with_a_remedy(
    tmp_path: Path, change: tuple[str, str], code: str, line_with: str, part: str, remedy: str
) -> None:
    found = {(each.code, each.line, each.column): str(each.help) for each in findings_of(tmp_path, change)}
    place = (code, *place_of(line_with, part, change))
    assert place in found
    assert remedy in found[place]


def test_a_word_that_a_stage_can_never_be_points_to_the_stage_that_was_meant(tmp_path: Path) -> None:
    change = ("not windows.open", "residents.stage == blokcing")
    related = findings_of(tmp_path, change)[0].related
    assert related is not None
    assert (related.line, related.column) == place_of("blocking: {", "blocking")


def test_an_order_that_is_taken_out_is_told_with_the_line_that_takes_it_out(tmp_path: Path) -> None:
    change = ("length: 4h", "length: 4h\nwithout: [register]")
    finding = findings_of(tmp_path, change)[0]
    assert finding.code == "E303"
    assert finding.related is not None
    assert (finding.related.line, finding.related.column) == (8, 11)


def test_all_faults_of_a_file_are_told_in_the_order_of_its_lines(tmp_path: Path) -> None:
    findings = findings_of(
        tmp_path,
        ("conduct: U02", "conduct: U99"),
        ("type: mass", "type: maas"),
        ("base: bureau", "base: burau"),
        ("player: by-the-book", "player: nobody"),
    )
    assert [each.code for each in findings] == ["E400", "E400", "E418", "E430"]


def test_plan_orders_and_conduct_as_shipped_agree_with_one_another(tmp_path: Path) -> None:
    assert [each for each in findings_of(tmp_path) if each.code == "E424"] == []


def test_an_order_for_a_role_that_the_plan_lacks_is_told_in_its_own_file(tmp_path: Path) -> None:
    from simulator.authoring.library import shipped_folder

    orders = (shipped_folder() / "orders.yaml").read_text(encoding="utf-8")
    (tmp_path / "orders.yaml").write_text(orders.replace("by: [commander]", "by: [comander]", 1), encoding="utf-8")
    finding = findings_of(tmp_path)[0]
    assert (finding.code, Path(finding.file).name) == ("E424", "orders.yaml")
    assert str(finding.help) == "did you mean 'commander'?"

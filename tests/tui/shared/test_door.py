"""What a host says: how to come in, who comes and goes, what the controller does with the clock."""

from pathlib import Path

import pytest

from simulator.journal.controls import CONTROLLER, STAND_IN, Sit, Turning
from simulator.language.translator import translator_for
from simulator.room.shared.certificate import make_certificate
from tests.room.rooms import SEAT
from tests.room.shared.rooms import again, office
from tests.tui.calling import call
from tui.shared.door import Door, Watch, closing_lines, door_lines

ENGLISH = translator_for("en")


def test_each_role_is_told_what_to_type(tmp_path: Path) -> None:
    found = office(tmp_path)
    codes = found.hub.keys.codes
    lines = door_lines(Door("127.0.0.1:8710", found.hub, None), False, ENGLISH)
    assert lines == [
        "EXERCISE: Late rent at the hall",
        "The room is open at 127.0.0.1:8710. Each role has a code of its own:",
        f"controller: drillroom control 127.0.0.1:8710 --code {codes['controller']}",
        f"trainee: drillroom join 127.0.0.1:8710 --code {codes['seat']}",
        f"evaluator: drillroom observe 127.0.0.1:8710 --evaluator --code {codes['evaluator']}",
        f"observer: drillroom observe 127.0.0.1:8710 --code {codes['observer']}",
        f"Seed 7. The journal: {tmp_path / 'drill.jsonl'}",
    ]


def test_on_a_network_the_fingerprint_stands_beside_the_codes(tmp_path: Path) -> None:
    found, certificate = office(tmp_path), make_certificate(tmp_path)
    lines = door_lines(Door("192.168.1.20:8710", found.hub, certificate), True, ENGLISH)
    assert f"Fingerprint of this host: {certificate.shown}" in lines
    assert lines[2].endswith(f" --fingerprint {certificate.fingerprint[:32]}")


def test_a_network_without_encryption_is_warned_of(tmp_path: Path) -> None:
    lines = door_lines(Door("192.168.1.20:8710", office(tmp_path).hub, None), True, ENGLISH)
    assert "warning: nothing is encrypted; everybody in this network can read and pretend" in lines


def test_a_drill_that_is_taken_up_again_says_that_it_is_paused(tmp_path: Path) -> None:
    first = office(tmp_path)
    first.begin()
    first.hub.shared.file.close()
    lines = door_lines(Door("127.0.0.1:8710", again(tmp_path).hub, None), False, ENGLISH)
    assert lines[-1] == "Taken up again, and paused until a controller lets it run on."


def test_who_comes_and_goes_is_told_with_the_time(tmp_path: Path) -> None:
    found = office(tmp_path)
    watch = Watch(found.hub, ENGLISH)
    member = found.enter("seat", SEAT)
    assert watch.news() == ["07:40 Petition lead: Lin Qiao is here"]
    assert watch.news() == []
    controller = found.enter("controller", name="Chen Yu")
    assert watch.news() == ["07:40 controller: Chen Yu is here"]
    found.lead(controller, Turning("start"))
    found.hub.lose(member)
    assert watch.news() == [
        "07:40 Petition lead: Lin Qiao is not connected; the seat is kept for a minute",
        "07:40 the drill: running",
    ]  # fmt: skip
    found.lead(controller, Sit(SEAT, CONTROLLER, "", "taken over"))
    assert watch.news() == ["07:40 Petition lead: the controller"]
    found.lead(controller, Sit(SEAT, STAND_IN, "", "revoked", barred=True))
    code = found.hub.keys.codes["seat"]
    assert watch.news() == ["07:40 Petition lead: a stand-in", f"07:40 a new code for trainee: {code}"]


def test_a_host_tells_of_roles_in_its_own_language(tmp_path: Path) -> None:
    found = office(tmp_path)
    watch = Watch(found.hub, translator_for("zh"))
    found.enter("controller", name="陈宇")
    assert watch.news() == ["07:40 导调员：陈宇在场"]


def test_the_end_says_where_the_journal_lies(tmp_path: Path) -> None:
    found = office(tmp_path)
    path = tmp_path / "drill.jsonl"
    assert closing_lines(found.hub, ENGLISH) == [
        f"The room is closed. The journal: {path}",
        f"Take it up again with: drillroom host --resume {path}",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("host",), "name a scenario, or a journal with --resume"),
        (("host", "event", "--resume", "drill.jsonl"), "name a scenario, or a journal with --resume"),
        (("host", "event", "--insecure"), "--insecure belongs to --lan"),
        (("host", "--resume", "drill.jsonl", "--seed", "7"), "--resume takes seed, pace, kind and journal"),
        (("join", "here"), "'here' is not HOST:PORT"),
        (("control", "127.0.0.1:9"), "the console needs a terminal"),
    ],
)
def test_a_call_that_cannot_be_carried_out_says_why(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], message: str
) -> None:
    done = call(capsys, *words, "--lang", "en")
    assert done.status == 2
    assert message in done.err

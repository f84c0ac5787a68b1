"""`drillroom serve`, as far as it goes without a browser: what it starts, where it listens, what it refuses."""

import socket
import sys
from pathlib import Path

import pytest

from simulator.engine.drill import Drill
from simulator.journal.file import write_all
from simulator.language.translator import translator_for
from tests.players.sample import MORNING, morning
from tests.tui.calling import call, scenario_file
from tui.commands.serve import listen, program_of
from tui.web.gate import Gate
from tui.web.pages import Pages
from tui.web.server import Service


def service(folder: Path, *program: str) -> Service:
    return Service(program, Gate(8700, None), Pages(translator_for("zh")), folder)


def kept(folder: Path, *, whole: bool) -> Path:
    """The journal of a drill, played to its end or left in the middle; its path noted for a page."""
    drill = Drill(morning(), 7)
    drill.advance(600)
    if whole:
        drill.finish()
    path = folder / "drill.jsonl"
    write_all(drill.journal, path)
    (folder / "0.note").write_text(str(path), encoding="utf-8")
    return path


def test_a_page_starts_what_is_served(tmp_path: Path) -> None:
    words = service(tmp_path, "play", "--", "mass").next_words(tmp_path / "0.note")
    assert words == (sys.executable, "-m", "tui.main", "--lang", "zh", "play", "--", "mass")


def test_a_page_loaded_again_takes_up_the_drill_that_is_not_finished(tmp_path: Path) -> None:
    path = kept(tmp_path, whole=False)
    words = service(tmp_path, "play", "--", "mass").next_words(tmp_path / "0.note")
    assert words[-3:] == ("play", "--resume", str(path))


@pytest.mark.parametrize("spoilt", [False, True])
def test_a_drill_that_is_finished_or_spoilt_is_not_taken_up(tmp_path: Path, spoilt: bool) -> None:
    path = kept(tmp_path, whole=True)
    if spoilt:
        path.write_text("spoilt", encoding="utf-8")
    assert service(tmp_path).next_words(tmp_path / "0.note")[-2:] == ("--lang", "zh")


def test_the_seat_and_the_wishes_go_to_the_program(tmp_path: Path) -> None:
    path = str(scenario_file(tmp_path))
    assert program_of(path, "commander", ["--seat=commander", "--assessed"]) == (
        "play", "--seat=commander", "--assessed", "--", path,
    )  # fmt: skip


def test_a_seat_that_does_not_exist_is_refused_before_anything_listens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = call(capsys, "serve", scenario_file(tmp_path, MORNING), "--seat", "comander", "--lang", "en")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("error: no seat 'comander'; did you mean 'commander'?")


def test_wishes_without_a_scenario_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    done = call(capsys, "serve", "--assessed", "--lang", "en")
    assert (done.status, done.err) == (
        2, "error: --assessed belongs to a scenario, and none is named; name one, or choose in the lobby\n",
    )  # fmt: skip


def test_a_port_that_is_taken_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        done = call(capsys, "serve", "--port", str(port), "--lang", "en")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"error: nothing can listen at 127.0.0.1:{port}: ")
    assert done.err.endswith("; choose another --port or --host; --port 0 takes a free one\n")


def test_without_a_wish_for_a_port_a_free_one_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    with listen("127.0.0.1", 0) as taken:
        monkeypatch.setattr("tui.commands.serve.PORT", taken.getsockname()[1])
        with listen("127.0.0.1", None) as found:
            assert found.getsockname()[1] not in (0, taken.getsockname()[1])
            with socket.create_connection(found.getsockname()):
                pass


def test_without_the_server_installed_the_call_says_how_to_install_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    done = call(capsys, "serve", "--lang", "en")
    assert (done.status, done.err) == (
        2, "error: the server for browsers is not installed; install it with: pip install 'drillroom[web]'\n",
    )  # fmt: skip

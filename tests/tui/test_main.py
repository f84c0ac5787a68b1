"""The command itself: language, help, and that every failure is one message."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from simulator.errors import CallError, ContentError
from simulator.language.said import say
from simulator.language.translator import translator_for
from tests.tui.calling import call
from tui.main import COMMANDS, Drillroom, guarded, message_of, wished_language
from tui.session import emit, narrate, translator

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


def test_help_lists_every_command_and_imports_none() -> None:
    script = (
        "import sys\nfrom tui.main import drillroom\n"
        "try: drillroom.main(['--help'], prog_name='drillroom')\n"
        "except SystemExit as left: assert left.code == 0\n"
        "print([n for n in sys.modules if n.split('.')[0] in ('simpy', 'textual', 'matplotlib', 'yaml')"
        " or n.startswith('tui.commands')], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    listed = [line.split()[0] for line in done.stdout.split("Commands:")[1].splitlines() if line]
    assert listed == list(COMMANDS)
    assert done.stderr == "[]\n"


def test_every_command_can_be_loaded_and_explains_itself(capsys: Printed) -> None:
    for name in COMMANDS:
        called = call(capsys, name, "--help")
        assert called.status == 0
        assert called.out.startswith(f"Usage: drillroom {name}")
        assert "--lang" in called.out


@pytest.mark.parametrize(
    ("args", "environ", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        (["--lang", "zh", "run", "x"], {}, "zh"),
        (["run", "x", "--lang", "zh"], {}, "zh"),
        (["run", "x", "--lang=zh"], {}, "zh"),
        (["--lang", "zh", "run", "--lang", "en"], {}, "en"),
        (["run", "--", "--lang", "zh"], {}, "en"),
        (["run", "--lang", "xx"], {"LANG": "zh_CN.UTF-8"}, "zh"),
        (["run", "--lang"], {}, "en"),
    ],
)
def test_the_language_comes_from_the_call_then_from_the_locale(
    monkeypatch: pytest.MonkeyPatch, args: list[str], environ: dict[str, str], language: str
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert wished_language(args) == language


def test_a_misspelt_command_is_told_with_the_nearest(capsys: Printed) -> None:
    called = call(capsys, "verfy")
    assert (called.status, called.out) == (2, "")
    assert called.err == "error: there is no command 'verfy'; did you mean 'verify'?\n"


def test_a_call_that_cannot_be_understood_shows_how_it_is_written(capsys: Printed) -> None:
    called = call(capsys, "verify")
    assert called.status == 2
    assert called.err == "error: Missing argument 'JOURNAL'.\nUsage: drillroom verify [OPTIONS] JOURNAL\n"


def test_a_language_that_is_not_there_is_refused(capsys: Printed) -> None:
    called = call(capsys, "verify", "x", "--lang", "fr")
    assert called.status == 2
    assert "'fr' is not one of 'en', 'zh'" in called.err


def test_the_version_is_printed(capsys: Printed) -> None:
    called = call(capsys, "--version")
    assert called.status == 0
    assert called.out.split()[0] == "drillroom"


class Broken(RuntimeError):
    """A fault that nobody foresaw."""


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (CallError(say("no seat '{seat}'", seat="x"), say("name one")), 2, "error: no seat 'x'; name one"),
        (ContentError(say("it does not hold")), 1, "error: it does not hold"),
        (FileNotFoundError(2, "No such file or directory", "a.yaml"), 2, "error: a.yaml: No such file or directory"),
        (OSError(28, "No space left on device"), 2, "error: the system refuses: No space left on device"),
        (MemoryError(), 2, "error: not enough memory"),
        (RecursionError("maximum recursion depth"), 2, "error: nested too deeply to be read"),
        (click.UsageError("what?"), 2, "error: what?"),
    ],
)
def test_a_failure_is_one_message_with_its_status(error: Exception, status: int, message: str) -> None:
    assert message_of(error, translator_for("en")) == (message, status)


def _raise(error: BaseException) -> int:
    raise error


def test_a_fault_of_the_program_is_told_without_a_traceback(capsys: Printed) -> None:
    assert guarded(lambda: _raise(Broken("first line\nsecond")), []) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: a fault inside Drillroom (Broken: first line at tests.tui.test_main:")
    assert err.count("\n") == 1


def test_interrupting_and_a_reader_that_went_away_are_quiet(capsys: Printed) -> None:
    assert guarded(lambda: _raise(KeyboardInterrupt()), []) == 130
    assert guarded(lambda: _raise(click.Abort()), []) == 130
    assert capsys.readouterr() == ("", "")


def test_a_pipe_that_closes_early_is_quiet() -> None:
    script = "from tui.main import drillroom\ndrillroom.main(['--help'], prog_name='drillroom')"
    reader = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert reader.stdout is not None
    assert reader.stderr is not None
    reader.stdout.close()
    assert reader.stderr.read() == b""
    reader.stderr.close()
    assert reader.wait() == 1


def test_a_full_disk_on_standard_output_is_told() -> None:
    if not Path("/dev/full").exists():
        return
    script = "from tui.main import drillroom\ndrillroom.main(['--help'], prog_name='drillroom')"
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-c", script], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == "error: the system refuses: No space left on device\n"


def test_data_and_narration_go_their_own_ways(capsys: Printed) -> None:
    @click.command(cls=Drillroom)
    def group() -> None: ...

    with group.make_context("drillroom", ["--help"], resilient_parsing=True).scope():
        emit(say("Number"))
        narrate(translator().language)
    assert capsys.readouterr() == ("Number\n", "en\n")

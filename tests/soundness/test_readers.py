"""Spoilt files of every kind: a clear error, or a right result; never a traceback, and no more than is there."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring.load import load_text
from simulator.authoring.meaning.every import meaning_findings
from simulator.errors import ContentError, DrillroomError
from simulator.evaluation.scorecard import evaluate
from simulator.journal.entry import HEADER, Entry
from simulator.journal.file import write_all
from simulator.journal.glance import glance
from simulator.journal.journal import Journal
from simulator.journal.lines import chain
from simulator.journal.reading import read_journal, resume
from simulator.players.script import read_script
from simulator.rehearsal.run import run_drill
from simulator.rehearsal.verify import verify
from simulator.scenario.scenario import Scenario
from tests.authoring.sample import SAMPLE
from tests.players.sample import MORNING, morning
from tests.soundness.clear import or_a_clear_error
from tests.soundness.effort import effort
from tests.soundness.spoiling import spoilt_bytes, spoilt_entries, spoilt_text, spoilt_values
from tui.commands.score import score

PLAIN: Any = yaml.load(MORNING, yaml.BaseLoader) and yaml.safe_load(MORNING)
SCRIPT = """\
format: 1
acts:
  - {at: 4m, seat: petition_lead, order: open_reception, with: {place: hall, windows: 3}}
  - {at: "08:03", seat: petition_lead, answer: first_words, option: sit_down}
  - {at: 4m, seat: duty_officer, tell: doors, to: commander}
  - {at: 5m, seat: petition_lead, order: promise, with: {what: listen, by: 45m}}
  - {at: 6m, seat: petition_lead, reorder: ask, to: 0}
  - {at: 7m, seat: petition_lead, note: enough}
"""


@cache
def finished() -> list[Entry]:
    """The entries of a whole drill."""
    return list(run_drill(morning(), 3).journal)


def findings_lie_inside(text: str, folder: Path) -> Scenario | None:
    """Reads and checks a scenario; the scenario where nothing is wrong with it."""
    loaded = load_text(text, folder / "scenario.yaml")
    findings = [*loaded.findings, *(meaning_findings(loaded.matter) if loaded.matter else ())]
    own = [finding for finding in findings if finding.file == loaded.document.source.file]
    lines = len(loaded.document.source.lines)
    assert all(1 <= finding.line <= lines and finding.column >= 1 for finding in own)
    assert loaded.scenario is not None or any(finding.severity == "error" for finding in findings)
    return None if any(finding.severity == "error" for finding in findings) else loaded.scenario


def plays_or_says_why(scenario: Scenario) -> None:
    """A scenario without an error plays to its end, or stops with a clear one."""
    if scenario.length > 86400:
        return
    with or_a_clear_error(ContentError):
        assert run_drill(scenario, 1, with_baselines=False).journal.closing is not None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spoilt")


@effort(60)
@given(text=spoilt_text(SAMPLE))
def test_a_scenario_with_slips_in_it_is_read_or_its_faults_are_told(folder: Path, text: str) -> None:
    scenario = findings_lie_inside(text, folder)
    if scenario is not None:
        plays_or_says_why(scenario)


@effort(120)
@given(document=spoilt_values(PLAIN))
def test_a_scenario_with_odd_values_is_read_or_its_faults_are_told(folder: Path, document: Any) -> None:
    scenario = findings_lie_inside(json.dumps(document, indent=1, ensure_ascii=False), folder)
    if scenario is not None:
        plays_or_says_why(scenario)


WORDS = st.sampled_from(
    ("residents", ".", "tension", "people", "doors", "(", ")", "and", "or", "not", ">", "<", "==", "!=", "=", "0.5",
     "10m", "since(", "told(", "listen(", "incident", ".done", ",", "within", "10%", "of", "+", "-", "windows.queue",
     "hall.full", "first_words", "sit_down", "999999999999999", "true", "otherwise", "'x'", "team.free",
     "elapsed", "harm.injured"),
)  # fmt: skip


@effort(150)
@given(words=st.lists(WORDS, min_size=1, max_size=9))
def test_a_condition_of_any_words_is_refused_at_its_place_or_can_be_waited_on(folder: Path, words: list[str]) -> None:
    document = {
        **PLAIN,
        "injects": {**PLAIN["injects"], "odd": {"when": " ".join(words), "to": "commander", "text": "x"}},
    }
    scenario = findings_lie_inside(json.dumps(document, indent=1), folder)
    if scenario is not None:
        plays_or_says_why(scenario)


@effort(80)
@given(text=spoilt_text(SCRIPT) | spoilt_values(yaml.safe_load(SCRIPT)).map(json.dumps))
def test_a_spoilt_script_is_played_or_its_faults_are_told(folder: Path, text: str) -> None:
    path = folder / "script.yaml"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    script = read_script(path, morning(), "petition_lead")
    assert all(finding.line >= 1 and finding.column >= 1 for finding in script.findings)
    if not script.findings:
        assert run_drill(morning(), 1, script=script, with_baselines=False).journal.closing is not None


@cache
def written() -> bytes:
    """The bytes of a whole drill's journal."""
    return b"".join(line + b"\n" for line in chain(finished()))


@effort(60)
@given(data=st.deferred(lambda: spoilt_bytes(written())))
def test_of_a_spoilt_journal_what_is_relied_on_is_what_was_written(folder: Path, data: bytes) -> None:
    path = folder / "drill.jsonl"
    path.write_bytes(data)
    reading = read_journal(path)
    assert list(reading.entries) == finished()[: len(reading.entries)]
    assert bool(reading.problems) == (data != written())
    glance(path)
    with pytest.raises(DrillroomError):
        resume(path).file.close()


def events(entries: list[Entry]) -> list[Entry]:
    """What the drill made of header and acts: whoever forges those and chains anew is betrayed by the head alone."""
    return [entry for entry in entries if entry.kind != HEADER and not entry.is_act]


@effort(25)
@given(entries=st.deferred(lambda: spoilt_entries(finished())))
def test_no_event_of_a_journal_can_be_forged_and_a_forged_one_brings_nothing_down(
    folder: Path, entries: list[Entry]
) -> None:
    path = folder / "forged.jsonl"
    path.unlink(missing_ok=True)
    write_all(entries, path)
    found = verify(path)
    assert found.ok or found.problems
    assert not found.ok or events(entries) == events(finished())
    glance(path)
    with or_a_clear_error():
        card = score(Journal(entries), None).scorecard
        assert card == evaluate(score(Journal(entries), None).scenario, Journal(entries))

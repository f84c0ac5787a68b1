"""A whole drill without a person: who sits where, and that its score stands on the journal alone."""

from pathlib import Path

import pytest

from simulator.errors import CallError
from simulator.evaluation.scorecard import evaluate
from simulator.journal.lines import head_hash
from simulator.players.script import read_script
from simulator.rehearsal.run import Finished, run_drill
from tests.players.sample import morning


def players(finished: Finished) -> dict[str, str]:
    return {seat: who["player"] for seat, who in finished.journal.header["seats"].items()}


def test_a_bot_plays_every_seat() -> None:
    finished = run_drill(morning(), 1, "late:20m")
    assert players(finished) == dict.fromkeys(morning().seats, "late:20m")
    assert [trainee.stand_in for trainee in finished.scorecard.trainees] == [False, False, False]


def test_with_a_seat_stand_ins_play_the_rest() -> None:
    finished = run_drill(morning(), 1, "silent", "commander")
    assert players(finished) == {"duty_officer": "stand-in", "petition_lead": "stand-in", "commander": "silent"}
    overall = {trainee.seat: trainee.overall for trainee in finished.scorecard.trainees}
    assert overall["duty_officer"] is None
    assert overall["commander"] == 0


def test_a_script_plays_the_seats_that_it_names(tmp_path: Path) -> None:
    path = tmp_path / "script.yaml"
    path.write_text("format: 1\nacts:\n  - {at: 3m, seat: petition_lead, answer: first_words, option: sit_down}\n")
    finished = run_drill(morning(), 1, script=read_script(path, morning()))
    assert players(finished) == {"duty_officer": "stand-in", "petition_lead": "script", "commander": "stand-in"}
    met = [each.id for trainee in finished.scorecard.trainees for each in trainee.judged if each.status == "met"]
    assert met == ["listen_first"]


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert head_hash(run_drill(morning(), 8, "random").journal) == head_hash(run_drill(morning(), 8, "random").journal)
    assert head_hash(run_drill(morning(), 8).journal) != head_hash(run_drill(morning(), 9).journal)


def test_the_score_comes_from_the_journal_alone() -> None:
    finished = run_drill(morning(), 1)
    assert evaluate(morning(), list(finished.journal)) == finished.scorecard


def test_without_baselines_there_is_no_outcome() -> None:
    finished = run_drill(morning(), 1, with_baselines=False)
    assert finished.scorecard.team.outcome is None
    assert finished.journal[len(finished.journal) - 1].kind == "closing"


@pytest.mark.parametrize("seed", range(1, 11))
def test_competence_shows(seed: int) -> None:
    book, silent = (run_drill(morning(), seed, bot).scorecard.team.overall for bot in ("by-the-book", "silent"))
    assert book is not None
    assert book > 90
    assert silent == 0


def test_a_bot_that_does_not_exist_cannot_play() -> None:
    with pytest.raises(CallError, match="there is no bot 'angry'"):
        run_drill(morning(), 1, "angry")

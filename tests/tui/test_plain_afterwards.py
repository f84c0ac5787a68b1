"""Going back in a practice, and what can be looked at once a drill is over, in lines."""

from pathlib import Path

import pytest

from simulator.journal.reading import read_journal
from simulator.language.translator import translator_for
from simulator.rehearsal.verify import verify
from simulator.room.opening import Wishes
from tests.authoring.sample import sample
from tests.room.rooms import SEAT, Clock
from tests.tui.lines import Typist
from tui.plain.start import Playing, play_new


@pytest.fixture(autouse=True)
def _data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("DRILLROOM_RECORDS", f"sqlite:///{tmp_path / 'records.sqlite'}")


def sitting(folder: Path, *heard: str, steps: bool = True, assessed: bool = False, language: str = "en") -> list[str]:
    """What is shown in a whole sitting: the drill, the hot wash, and the drills that are gone back into."""
    clock = Clock()
    typist = Typist(heard, clock, steps, 0 if steps else 1)
    playing = Playing(typist, translator_for(language), clock)
    wishes = Wishes(SEAT, "Lin Qiao", 7, assessed=assessed, language=language, steps=steps)
    play_new(sample(folder), wishes, folder / "drill.jsonl", playing)
    return typist.shown


def after(shown: list[str], line: str) -> list[str]:
    """What was shown from a typed line to the next one."""
    place = next(number for number, each in enumerate(shown) if each.endswith(f"> {line}"))
    rest = shown[place + 1 :]
    until = next((number for number, each in enumerate(rest) if " > " in each), len(rest))
    return rest[:until]


def test_the_moments_to_go_back_to_are_numbered_messages_only_on_request(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "next", "1", "rewind", "rewind all", "quit", "y")
    assert after(shown, "rewind") == [
        "   2. 07:40 asked: What do you say first?",
        "   3. 07:40 done: Listen.",
        "type: rewind NUMBER; a new journal goes on from there, this one stays as it is",
    ]
    assert after(shown, "rewind all")[0] == "   1. 07:40 came: Hall guard"


def test_one_goes_back_to_a_decision_and_answers_it_otherwise(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "next", "2", "wait 5m", "rewind 2", "1", "quit", "y")
    back = after(shown, "rewind 2")
    assert f"Back at 07:40. A new journal: {tmp_path / 'drill-2.jsonl'}" in back
    assert [line for line in back if line.startswith("    ") and line[4].isdigit()] == [
        "    1. Listen.",
        "    2. Say nothing.",
    ]
    first, second = (read_journal(tmp_path / name).entries for name in ("drill.jsonl", "drill-2.jsonl"))
    answers = [[each.payload["option"] for each in found if each.kind == "act.answer"] for found in (first, second)]
    assert answers == [["wait"], ["listen"]]
    assert second[0].payload["parent"]["file"] == "drill.jsonl"


def test_the_drill_that_was_left_can_be_taken_up_again(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "next", "1", "rewind 2", "quit", "y")
    taken_up = f"Take it up again with: drillroom play --resume {tmp_path / 'drill.jsonl'}"
    assert taken_up in after(shown, "rewind 2")


def test_a_moment_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "next", "rewind 9", "status", "quit", "y")
    assert after(shown, "rewind 9") == ["there is no moment '9': rewind lists them."]
    assert sorted(path.name for path in tmp_path.glob("*.jsonl")) == ["drill.jsonl"]


def test_an_assessed_drill_is_not_gone_back_in(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "next", "rewind", "rewind 1", "quit", "y", assessed=True)
    refused = ["only a practice can be rewound: an assessed drill stands as it was played."]
    assert (after(shown, "rewind"), after(shown, "rewind 1")) == (refused, refused)


def test_from_the_hot_wash_one_goes_back_and_the_new_drill_is_whole(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "next", "2", "end", "y", "rewind 2", "1", "wait 5m", "end", "y", "quit")
    assert [line for line in shown if line.startswith("hot wash > ")] == ["hot wash > rewind 2", "hot wash > quit"]
    assert [verify(tmp_path / name).ok for name in ("drill.jsonl", "drill-2.jsonl")] == [True, True]


def test_the_timeline_tells_what_came_what_was_done_and_what_the_world_did(tmp_path: Path) -> None:
    looks = ("timeline inject", "timeline act listen", "timeline world")
    shown = sitting(tmp_path, "next", "1", "wait 5m", "end", "y", *looks, "quit")
    assert after(shown, "timeline inject") == [
        "07:40 inject – Duty officer, Petition lead: Hall guard: “Eighty-six people",
        "    at the door.” [5]",
        "07:40 decision – Petition lead: asked: “What do you say first?” [6]",
    ]
    assert [line.partition(" [")[0] for line in after(shown, "timeline act listen")] == [
        "07:40 act – Petition lead: “Listen.”"
    ]
    assert [line.partition(" [")[0] for line in after(shown, "timeline world")] == [
        "07:40 world – Residents has begun",
        "07:40 world – Windows has begun",
        "07:40 world – the drill was ended early",
    ]


def test_on_a_terminal_the_timeline_is_walked_page_by_page(tmp_path: Path) -> None:
    asked, waited = ["ask residents"] * 15, ["wait 30m"] * 15
    shown = sitting(tmp_path, *asked, *waited, "end", "y", "timeline", "", "quit", steps=False)
    numbers = [int(line.split("[")[-1].rstrip("]")) for line in after(shown, "timeline") if line.endswith("]")]
    assert len(numbers) == 15
    assert after(shown, "timeline")[-1].endswith(" more: Enter goes on, anything else ends.")
    assert all(int(line.split("[")[-1].rstrip("]")) > numbers[-1] for line in after(shown, "") if line.endswith("]"))


def test_where_the_time_went_is_told_by_what_was_done(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "open_reception hall", "wait 10m", "wait 10m", "wait 10m", "end", "y", "time", "quit")
    assert after(shown, "time")[:2] == ["What occupied you", "  Open reception: 2 min (times: 1)"]


def test_the_model_answers_come_with_their_task(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "next", "end", "y", "model 打招呼", "model nonsense", "quit")
    told = after(shown, "model 打招呼")
    assert told[:2] == ["- Greet them", "    model answer: Listen."]
    assert told[2].startswith("    M4: ")
    assert after(shown, "model nonsense") == ["no task of yours fits 'nonsense'."]


def test_what_mattered_most_is_worked_out_and_told(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "next", "2", *["wait 4h"] * 9, "whatif", "假如", "quit")
    told = after(shown, "whatif")
    assert told[0] == "Playing the drill again, one act put right at a time …"
    assert [line[:3] for line in told if line[:1].isdigit()] == ["1. ", "2. "]
    assert after(shown, "假如") == told[1:]


def test_the_report_is_saved_beside_the_journal(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "next", "end", "y", "报告", "退出", language="zh")
    path = tmp_path / "sample-7-zh.html"
    assert any(line.endswith(str(path)) for line in shown)
    assert "演练" in path.read_text(encoding="utf-8")


def test_commands_of_a_running_drill_are_for_another_time(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "score", "end", "y", "next", "staus", "quit")
    assert after(shown, "score") == ["'score' is for another time: ? lists what can be done now."]
    assert after(shown, "next") == ["'next' is for another time: ? lists what can be done now."]


def test_a_finished_drill_is_in_the_records(tmp_path: Path) -> None:
    shown = sitting(tmp_path, "next", "end", "y")
    assert (tmp_path / "records.sqlite").exists()
    assert not [line for line in shown if line.startswith("warning")]


def test_records_that_cannot_be_kept_are_a_warning_and_the_score_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("DRILLROOM_RECORDS", f"sqlite:///{tmp_path / 'taken' / 'records.sqlite'}")
    shown = sitting(tmp_path, "next", "end", "y")
    assert [line[:41] for line in shown if line.startswith("warning")] == ["warning: the drill is not in the records:"]
    assert "== EXERCISE: scorecard – Late rent at the hall" in shown

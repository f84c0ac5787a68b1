"""What would have happened, in words of both languages."""

from reports.whatif_words import caveat, effects, happened, headline, joint_words, put_right
from reports.wording import Wording
from simulator.language.translator import translator_for
from simulator.rehearsal.whatif.model import Changed, Happened, WhatIf
from tests.players.sample import morning
from tests.rehearsal.whatifs import LEAD, LISTEN, SIT_DOWN, TEAM, but, finding, tried


def wording(language: str = "en") -> Wording:
    return Wording(morning(), translator_for(language))


def without(*acts: object) -> WhatIf:
    return tried(but(without=acts))


def test_the_headline_is_what_would_not_have_happened() -> None:
    found = finding(without(LISTEN), "open_doors")
    assert headline(wording(), found) == "Open the reception: injured: 0 instead of 2"


def test_where_the_world_stays_the_same_the_headline_has_the_points() -> None:
    found = finding(without(SIT_DOWN), "listen_first")
    assert headline(wording(), found) == f"Listen first: {found.effect:.1f} points more for the team"


def test_it_is_said_who_does_what_instead_and_when() -> None:
    journal = but((1600, LEAD, TEAM), without=(TEAM,))
    assert put_right(wording(), finding(tried(journal), "send_team")) == (
        "Petition lead: Dispatch a unit (unit Team, place Hall) at 08:03 instead of 08:26"
    )


def test_the_effects_name_stages_measures_and_what_could_no_longer_be_done() -> None:
    told = effects(wording(), finding(without(LISTEN), "open_doors"))
    assert told[0].startswith("overall of Petition lead: ")
    assert "Residents would not have come to “blocking” at 08:46" in told
    assert [line.split(":")[0] for line in told] == [
        "overall of Petition lead", "injured", "Residents would not have come to “blocking” at 08", "Residents",
    ]  # fmt: skip


def test_every_sort_of_event_has_its_words() -> None:
    say = wording()
    told = [
        happened(say, Happened("stage", "residents", "blocking", None, 60), better=False),
        happened(say, Happened("stage", "residents", "blocking", 60, 180), better=True),
        happened(say, Happened("promise", "listen", "", 120, None, Changed(1, 0)), better=True),
        happened(say, Happened("promise", "listen", "", None, 120, Changed(0, 1)), better=False),
        happened(say, Happened("despair", "residents", "", 120, None), better=True),
        happened(say, Happened("safety", "residents", "", None, 120), better=True),
        happened(say, Happened("rumour", "residents", number=Changed(0.8, 0.05)), better=True),
        happened(say, Happened("task", "send_team", "met, late"), better=False),
    ]
    assert told == [
        "Residents would have come to “blocking” at 08:01",
        "Residents would have come to “blocking” at 08:03 instead of 08:01",
        "the promise “Hear them out in person” would not have been broken at 08:02",
        "the promise “Hear them out in person” would have been broken at 08:02",
        "Residents would not have acted in despair at 08:02",
        "Residents would have come to safety at 08:02",
        "Residents would have reached 5 % of its audience at most, not 80 %",
        "task “Send the team”: past the limit instead of met",
    ]


def test_together_is_told_with_what_it_does_beyond_each_alone() -> None:
    found = tried(but((1600, LEAD, TEAM), without=(TEAM, SIT_DOWN)))
    (line,) = joint_words(wording(), found)
    assert line.startswith("everything, put right together: Petition lead ")
    assert line.endswith("; as much as each alone")


def test_it_is_said_what_an_effect_is_not() -> None:
    assert "not what a wiser trainee would have done next" in caveat(wording())

"""Every point of a scorecard says when, what, how it was reckoned, which clause and why."""

from typing import Any

from reports.card.breaches import breach, laws
from reports.card.drill import card, measures
from reports.card.model import Basis, Deed, Fact, Measured, Receipt
from reports.card.story import events
from simulator.journal import entry as kinds
from simulator.journal.entry import Entry
from simulator.journal.journal import Journal
from tests.evaluation.builder import Story
from tests.reports.stories import HEAD, little, little_drill, scored, wording
from tests.sample import CATALOGUE, CONDUCT, UNLAWFUL


def receipts(journal: Journal | None = None) -> dict[str, Receipt]:
    """The lead's receipts by task."""
    told = journal or little_drill()
    found = card(wording(), list(told), scored(told), HEAD)
    return {receipt.task: receipt for receipt in found.trainees[0].receipts}


def test_a_receipt_says_when_it_was_due_and_by_what() -> None:
    receipt = receipts()["Open the doors"]
    assert receipt.due == "08:01: doors: “Eighty-six people at the door.”"
    assert (receipt.target, receipt.limit) == ("10 min, by 08:11", "25 min, by 08:26")


def test_a_receipt_lists_the_acts_with_their_times() -> None:
    receipt = receipts()["Open the doors"]
    assert receipt.deeds == (
        Deed("08:14, carried out 08:16", "order (place Hall)"),
        Deed("08:16, carried out 08:18", "order (incident Residents)"),
    )
    assert receipt.entries == "3, 9, 10, 11, 12"


def test_the_formula_has_every_number_that_the_credit_was_reckoned_with() -> None:
    found = receipts()
    # 17 minutes where target is 10 and limit 25: timeliness 8/15; the line of police took the credit.
    assert found["Open the doors"].formula == ("weight 3 × lawfulness 0 × quality 1 × time (0.5 + 0.5 × 0.53) = 0")
    assert found["Open the doors"].spoiled == ("U10 unlawful (entry 7)",)
    assert found["Listen first"].formula == "weight 1 × quality 0.6 × time (0.5 + 0.5 × 1) = 0.6"


def test_a_correction_is_a_part_of_its_own_with_its_own_time() -> None:
    story = Story().inject(0, "doors").order(5, "officer", "report", kind="first", people=70)
    journal = story.order(20.5, "officer", "report", kind="first", people=86).end()
    found = card(wording(), list(journal), scored(journal), HEAD).trainees[1].receipts[0]
    # Seventy of 86 is half right; put right at minute 22.5 of a target of 15 and a limit of 30.
    assert found.formula == (
        "weight 2 × (quality 0.5 × time (0.5 + 0.5 × 1) + correction 0.25 × time (0.5 + 0.5 × 0.5)) = 1.38"
    )


def test_what_was_never_due_says_so_and_earns_neither_nothing_nor_all() -> None:
    receipt = receipts()["Send the medics"]
    assert (receipt.due, receipt.credit, receipt.formula) == ("what makes it due did not reach this seat", "–", "")


def test_what_was_due_and_not_done_earns_nothing() -> None:
    receipt = receipts(Story().inject(0, "doors").end())["Open the doors"]
    assert (receipt.took, receipt.credit) == ("never done", "0 of 3")
    assert receipt.formula == "Nothing was done, so nothing is earned."


def test_a_breach_names_act_code_and_the_strength_of_its_basis() -> None:
    journal = little_drill()
    (found,) = scored(journal).trainees[0].findings
    told = breach(wording(), list(journal), found)
    assert (told.code, told.when, told.what) == (UNLAWFUL, "08:12", "order (place Hall) (entry 7)")
    assert told.basis == (Basis("§ 1", "D: our own design value"),)


def test_the_laws_that_are_cited_are_spelled_out() -> None:
    code = CONDUCT["codes"][UNLAWFUL] | {"basis": [{"cites": "XF 20", "mark": "L"}], "inferred": True}
    conduct = CONDUCT | {"codes": CONDUCT["codes"] | {UNLAWFUL: code}, "laws": {"XF": "Petitions", "ERL": "Emergency"}}
    scenario, journal = little(conduct=conduct), little_drill()
    (found,) = scored(journal, scenario).trainees[0].findings
    told = breach(wording(scenario=scenario), list(journal), found)
    assert told.notes == ("The article does not name this act: the link between the two is ours.",)
    assert laws(wording(scenario=scenario), [told]) == (Fact("XF", "Petitions"),)


def test_measures_stand_beside_silence_and_the_book() -> None:
    journal = little_drill()
    worlds = {"silent": {"residents.tension.mean": 0.6}, "book": {"residents.tension.mean": 0.2}}
    journal.write(14400, None, kinds.BASELINES, {"team": worlds, "seats": {}})
    found = measures(wording(), list(journal), scored(journal))
    assert found[0] == Measured("Residents: tension", "25 %", "60 %", "20 %")
    assert found[1] == Measured("Windows: left unserved", "4", "0", "0")


def test_a_journal_that_breaks_off_says_so() -> None:
    cut = [entry for entry in little_drill() if entry.kind != kinds.CLOSING]
    found = card(wording(), cut, scored(Journal(cut)), HEAD)
    assert found.notices == ("The journal breaks off before the drill's end: what follows holds up to there.",)


def test_the_story_tells_each_act_once_where_it_took_effect() -> None:
    told = [(event.when, event.who, event.what) for event in events(wording(), little_drill())]
    assert ("08:12", "lead", "order (place Hall)") in told
    assert ("08:20", "", "Residents rises to: blocking") in told
    assert len([what for _, _, what in told if what == "order (kind first, people 80)"]) == 1


def test_a_refused_act_is_told_as_refused() -> None:
    data = {"order": 1, "verb": "care", "with": {"place": "hall"}, "accepted": False, "refused": "authority"}
    (told,) = events(wording(), [Entry(3, 60, "lead", kinds.ORDER, data)])
    assert told.what == "refused: order (place Hall)"


def test_a_drawn_name_stands_where_the_author_left_it_open() -> None:
    cast: dict[str, Any] = {"aunt": {"locale": "zh_CN"}}
    injects = little().model_dump(mode="json", by_alias=True, exclude_defaults=True)["injects"]
    injects["doors"]["text"] = "{aunt} stands at the door."
    scenario = little(cast=cast, injects=injects, catalogue=CATALOGUE)
    named = type(wording())(scenario, wording().translator, {"aunt": {"name": "乔岚", "job": ""}})
    assert named.text(scenario.injects["doors"].text) == "乔岚 stands at the door."

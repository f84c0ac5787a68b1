"""The drill beside the same one in silence and by the book: who acts there, and the curves of all three."""

from reports.aar.worlds import compared, waiting_runs, worlds
from reports.figures.tension import tension_chart
from simulator.journal import entry as kinds
from simulator.journal.entry import CARRIED_OUT, CLOSING, Entry
from tests.playthroughs.shipped import SEEDS, played, scenario
from tests.reports.stories import little, little_drill, wording
from tests.reports.test_figures import words_of


def queue(time: int, number: int) -> Entry:
    return Entry(0, time, None, kinds.QUEUE, {"incident": "windows", "queue": number})


def outside(time: int, number: int) -> Entry:
    return Entry(0, time, None, kinds.PEOPLE, {"incident": "residents", "outside": number})


def test_in_silence_no_trainee_acts_and_by_the_book_each_does() -> None:
    other = worlds(little(), list(little_drill()))
    assert other is not None
    acted = [{entry.seat for entry in world if entry.kind == CARRIED_OUT} for world in (other.silent, other.book)]
    assert acted == [set(), {"lead", "officer"}]


def test_both_end_when_the_drill_ended() -> None:
    other = worlds(little(), list(little_drill()))
    assert other is not None
    assert [world[-1].time for world in (other.silent, other.book)] == [14400, 14400]


def test_a_drill_without_an_end_has_nothing_beside_it() -> None:
    assert worlds(little(), [entry for entry in little_drill() if entry.kind != CLOSING]) is None


def test_those_in_the_queue_and_those_in_none_wait_together() -> None:
    entries = [outside(0, 86), outside(60, 85), queue(60, 1), queue(120, 0), outside(180, 80)]
    assert waiting_runs(entries, "windows", "residents", (0, 200)) == (
        ((0, 86.0), (60, 86.0), (120, 85.0), (180, 80.0), (200, 80.0)),
    )


def test_a_queue_of_its_own_counts_by_itself() -> None:
    assert waiting_runs([outside(0, 86), queue(60, 3)], "windows", None, (0, 120)) == (((60, 3.0), (120, 3.0)),)


def test_a_chapter_begins_with_those_who_waited_before_it() -> None:
    entries = [queue(10, 4), queue(300, 2)]
    assert waiting_runs(entries, "windows", None, (100, 400)) == (((100, 4.0), (300, 2.0), (400, 2.0)),)


def test_the_figure_names_the_three_worlds_and_how_many_waited() -> None:
    other = worlds(little(), list(little_drill()))
    (rows,) = compared(wording(), list(little_drill()), other)
    expected = {"this drill", "by the book", "silent", "Residents: tension", "Windows: people waiting"}
    assert expected <= set(words_of(tension_chart(rows)))


def test_silence_is_more_tense_than_the_book_on_a_shipped_scenario() -> None:
    mass = scenario("mass")
    for seed in SEEDS:
        other = worlds(mass, list(played("mass", "late", seed).journal))
        assert other is not None
        means = [world[-1].payload["measures"]["residents.tension.mean"] for world in (other.book, other.silent)]
        assert means == sorted(means)

"""Where the time of a task went, from the seconds that evaluation found."""

from reports.aar.spending import spending
from reports.aar.split import Split, span, split
from simulator.evaluation.expectations import Judged
from simulator.journal import entry as kinds
from tests.evaluation.builder import Story, verdict
from tests.reports.stories import little, scored, wording


def medics(opened: float | None = 32, arrives: float | None = 43) -> Judged:
    """The medics are due at minute 30, sent at 35 with an order of two minutes."""
    story = Story(little()).inject(30, "faint")
    if opened is not None:
        story.event(opened, kinds.OPENED, "lead", number=1)
    story.order(35, "lead", "dispatch", unit="medics", place="hall")
    if arrives is not None:
        story.event(37, kinds.LEFT, None, unit="medics", trip=1, origin="square", place="hall", arrives=2580, order=1)
        story.event(arrives, kinds.ARRIVED, None, unit="medics", trip=1, place="hall")
    return verdict(scored(story.end()), "medics")


def test_the_parts_follow_one_another_from_due_to_effect() -> None:
    assert split(medics()) == Split(noticed=120, decided=180, carried_out=480)


def test_what_was_never_opened_counts_as_decided() -> None:
    assert split(medics(opened=None)) == Split(noticed=0, decided=300, carried_out=480)


def test_what_was_opened_only_after_the_order_was_noticed_no_later_than_it() -> None:
    assert split(medics(opened=36)) == Split(noticed=300, decided=0, carried_out=480)


def test_a_task_never_done_has_no_parts() -> None:
    judged = verdict(scored(Story(little()).inject(30, "faint").end()), "medics")
    assert (split(judged), split(judged).longest) == (Split(), None)


def test_the_longest_part_is_named() -> None:
    assert split(medics()).longest == "carried_out"
    assert split(medics(arrives=None)).longest == "decided"


def test_the_figure_measures_each_task_by_its_own_limit() -> None:
    # Medics: target 5 minutes, limit 15.
    (row,) = spending(wording(), [medics()]).rows
    shares = (row.noticed, row.decided, row.carried_out, row.target)
    assert [round(share, 3) for share in shares] == [0.133, 0.2, 0.533, 0.333]
    assert (row.word, row.done) == ("after 13 min", True)


def test_a_span_has_its_two_largest_units() -> None:
    assert [str(span(seconds)) for seconds in (0, 59, 3600, 5025, 90061)] == [
        "0 min", "59 s", "1 h", "1 h 23 min", "1 d 1 h",
    ]  # fmt: skip

"""A person's past drills, and whether their department is ready, for the lobby: both from the records."""

from datetime import date

from simulator.language.translator import Translator
from tui.choices import Result


def past_results(name: str) -> tuple[Result, ...]:
    """The drills in the records, the oldest first: of the person with this name, of everybody where it is empty.

    Raises `DrillroomError` where the records cannot be opened or read.
    """
    # Loaded here: a database library would double the time until the lobby stands.
    from reports.records.rows import Filter
    from reports.records.store import open_records

    with open_records() as records:
        people = {person.id for person in records.people() if name.casefold() in ("", person.name.casefold())}
        titles = {drill.number: drill.title for drill in records.drills()}
        seats = [seat for seat in records.seats(Filter(named=True)) if seat.person in people]
    return tuple(
        Result(
            seat.day, seat.scenario, titles.get(seat.drill, {}), seat.seat, seat.mode, seat.overall, seat.rating,
            (seat.speed, seat.quality, seat.conduct, seat.outcome, seat.coordination),
        )
        for seat in seats
    )  # fmt: skip


def present_readiness(translator: Translator) -> tuple[str, ...]:
    """How ready all people of the records are, in paragraphs. Raises as `past_results`."""
    # Loaded here, as above.
    from reports.readiness.asking import lines_of
    from reports.records.rows import Filter
    from reports.records.store import open_records

    with open_records() as records:
        return tuple(lines_of(records, Filter(language=translator.language), date.today(), translator))

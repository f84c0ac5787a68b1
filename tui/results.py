"""A person's past drills for the lobby, from the records."""

from tui.choices import Result


def past_results() -> tuple[Result, ...]:
    """The drills of the records on this machine, the oldest first. Raises `DrillroomError` as the records do."""
    return ()

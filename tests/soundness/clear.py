"""What may come of odd input: a right result, or an error that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from simulator.errors import DrillroomError


@contextmanager
def or_a_clear_error(kind: type[DrillroomError] = DrillroomError) -> Iterator[None]:
    """Whatever is done within either succeeds or fails with this error and a remedy."""
    try:
        yield
    except kind as error:
        if error.remedy is None:
            raise

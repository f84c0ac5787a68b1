"""Failures as a person reads them."""

from simulator.errors import DrillroomError
from simulator.language.said import Said, say


def in_one(error: DrillroomError) -> Said:
    """An error as one sentence: what is wrong, and what to do where there is something to do."""
    if error.remedy is None:
        return say("{message}.", message=error.message)
    return say("{message}: {remedy}.", message=error.message, remedy=error.remedy)

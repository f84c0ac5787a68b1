"""How hard the tests of this folder try: a little at every check, much where `DRILLROOM_FULL` is set."""

import os

from hypothesis import HealthCheck, Phase, settings

FULL = bool(os.environ.get("DRILLROOM_FULL"))


def effort(cases: int) -> settings:
    """So many cases, the same ones each time; ten times as many, and other ones, in the full check.

    What fails is made smaller in the full check only: that takes minutes.
    """
    phases = (Phase.explicit, Phase.generate, *((Phase.shrink,) if FULL else ()))
    return settings(
        max_examples=cases * 10 if FULL else cases,
        derandomize=not FULL,
        deadline=None,
        database=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )

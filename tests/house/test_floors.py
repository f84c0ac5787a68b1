"""Every dependency says from which version on it will do, and the full check installs just that one."""

import re

import pytest

from tests.full.floors import at_floor, project, promised, tools


def test_every_dependency_has_a_lowest_version_that_is_tested() -> None:
    found = promised()
    assert [each for each in found if not re.fullmatch(r"[A-Za-z0-9-]+(\[binary\])?==[0-9.]+", each)] == []
    assert len(found) >= len(project()[""]) + 4
    assert not {each.split("==")[0].lower() for each in found} & {re.split("[>=<]", each)[0] for each in tools()}


def test_a_dependency_without_a_lowest_version_is_refused() -> None:
    assert list(at_floor(["click>=8.2,<9", "psycopg[binary]>=3.2.3"])) == ["click==8.2", "psycopg[binary]==3.2.3"]
    with pytest.raises(ValueError, match="simpy has no lowest version"):
        list(at_floor(["simpy"]))

"""Each seeded fault is named with its code, in a small and in a large file, and the page that lists them is current."""

import pytest

from tests.authoring.faults.seeding import DOCUMENT, FAULTS, LARGE, SMALL, document, source, told
from tests.authoring.faults.sown import Fault

ENOUGH = 60


def test_there_are_enough_faults_of_every_layer() -> None:
    assert len(FAULTS) >= ENOUGH
    assert {fault.code[:2] for fault in FAULTS} == {"E1", "E2", "E3", "E4", "W4", "W5"}


def test_the_files_are_sound_before_a_fault_is_sown() -> None:
    sound = Fault("", "nothing", (), ())
    assert [told(sound, file).findings for file in (SMALL, LARGE)] == [(), ()]
    assert source(LARGE).count("\n") > 1000


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.code} {fault.name}" for fault in FAULTS])
def test_a_fault_is_named_in_both_files(fault: Fault) -> None:
    found = {file: [finding.code for finding in told(fault, file).findings] for file in (SMALL, LARGE)}
    assert {file: fault.code in codes for file, codes in found.items()} == {SMALL: True, LARGE: True}


def test_the_page_of_seeded_faults_is_current() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document()

"""Our typeface has every sign that we print, and keeps the terms of its licence."""

from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from reports.fonts import FAMILY, FILE
from reports.fonts.cut import wanted
from simulator.language.translator import CATALOGUES

ROOT = Path(__file__).parents[2]
LARGEST = 2_800_000


def signs_of(*files: Path) -> set[str]:
    """Every sign in some files that can be printed."""
    return {sign for file in files for sign in file.read_text(encoding="utf-8") if sign.isprintable()}


def test_it_has_every_sign_of_the_catalogue_and_the_shipped_scenarios() -> None:
    known = TTFont(FILE).getBestCmap()
    files = [*CATALOGUES.rglob("*.po"), *(ROOT / "scenarios").rglob("*.yaml")]
    assert sorted(sign for sign in signs_of(*files) if ord(sign) not in known) == []


def test_it_has_every_character_of_the_names_that_are_drawn() -> None:
    from faker.providers.person.zh_CN import Provider

    names = "".join([*Provider.last_names, *Provider.first_names])
    known = TTFont(FILE).getBestCmap()
    assert sorted({sign for sign in names if ord(sign) not in known}) == []


def test_it_is_what_its_script_cuts() -> None:
    assert wanted() - TTFont(FILE).getBestCmap().keys() == set()
    assert "".join(sign for sign in "信访调解喆堃玥" if ord(sign) in wanted()) == "信访调解喆堃玥"


def test_it_bears_a_name_of_its_own_and_the_licence_of_what_it_was_cut_from() -> None:
    names = TTFont(FILE)["name"]
    assert [names.getDebugName(number) for number in (1, 4, 6)] == [FAMILY, FAMILY, "DrillroomSansSC-Regular"]
    assert "SIL Open Font License, Version 1.1" in names.getDebugName(13)
    assert "SIL OPEN FONT LICENSE Version 1.1" in FILE.with_name("OFL.txt").read_text(encoding="utf-8")


def test_it_has_quadratic_outlines_and_a_modest_size() -> None:
    font = TTFont(FILE)
    assert ("glyf" in font, "CFF " in font) == (True, False)
    assert FILE.stat().st_size < LARGEST

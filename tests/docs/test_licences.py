"""The page of licences is what the packages say, and every licence is one that a closed office may use."""

from tests.docs.licences import COPYLEFT, EXTRAS, FREE, PAGE, RUNTIME, Rows, page, parts, tokens, written


def test_the_page_has_every_package_that_an_installation_brings() -> None:
    assert written()[RUNTIME] == parts()[RUNTIME]


def test_what_is_installed_of_an_extra_stands_on_the_page() -> None:
    page_of = written()
    assert {part: rows for part, rows in parts().items() if not rows.items() <= page_of[part].items()} == {}
    assert tuple(page_of) == (RUNTIME, *EXTRAS)


def test_nothing_is_under_a_licence_that_a_closed_office_may_not_use() -> None:
    every: Rows = {name: licence for rows in written().values() for name, licence in rows.items()}
    assert {name: licence for name, licence in every.items() if not tokens(licence) <= FREE | COPYLEFT} == {}
    assert {name for name, licence in every.items() if tokens(licence) & COPYLEFT} == {"psycopg", "psycopg-binary"}


def test_the_page_is_as_it_is_written() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(written())

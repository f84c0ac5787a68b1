"""Every document is found from the index, and the index leads nowhere that is not there."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
LINK = re.compile(r"\]\(([^)#]+)\)")


def linked() -> set[str]:
    return set(LINK.findall((DOCS / "README.md").read_text(encoding="utf-8")))


def test_every_document_stands_in_the_index() -> None:
    documents = {path.relative_to(DOCS).as_posix() for path in DOCS.glob("*.md")}
    documents |= {path.relative_to(DOCS).as_posix() for path in (DOCS / "trainers").rglob("*.md")}
    assert documents - {"README.md"} - linked() == set()


def test_the_index_leads_to_documents_that_are_there() -> None:
    assert {each for each in linked() if not (DOCS / each).is_file()} == set()

"""A Markdown report says what its lines say, whatever signs stand in them."""

from pathlib import Path

import pytest

from reports.markdown import markdown, write_report
from simulator.errors import WriteError


def test_sections_become_headings_and_lines_a_list_as_deep_as_they_are_indented() -> None:
    sections = [("Petition lead", ["Overall: 84.0 S", "", "   due 07:40"]), ("Nothing", [])]
    assert markdown("EXERCISE", sections) == (
        "# EXERCISE\n\n## Petition lead\n\n- Overall: 84.0 S\n  - due 07:40\n\n## Nothing\n"
    )


def test_signs_of_markdown_are_made_plain() -> None:
    assert markdown("a *b*", [("<x>", ["[1] `code`"])]) == "# a \\*b\\*\n\n## \\<x\\>\n\n- \\[1\\] \\`code\\`\n"


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot be written"):
        write_report(tmp_path / "missing" / "report.md", "text")

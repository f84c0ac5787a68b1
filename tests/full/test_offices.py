"""LibreOffice opens what we write for Word, WPS and Excel, and shows every page of it. Needs `soffice`."""

import io
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from reports.formats.writing import written
from tests.reports.formats.papers import HEAD, MIXED, SHOWN, paper

LONGEST = 180
"""Seconds that a conversion may take."""


def shown(form: str, language: str, folder: Path) -> list[str]:
    """The pages that LibreOffice makes of a report, without spaces and line breaks."""
    ((ending, content),) = written(paper(language), form).items()
    source = folder / f"report{ending}"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    call = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(call, check=True, capture_output=True, timeout=LONGEST)
    reader = PdfReader(io.BytesIO(source.with_suffix(".pdf").read_bytes()))
    return ["".join(page.extract_text().split()) for page in reader.pages]


@pytest.mark.parametrize("form", ["docx", "xlsx"])
@pytest.mark.parametrize(("language", "mark"), [("en", "EXERCISE"), ("zh", "演练")])
def test_an_office_shows_what_was_written(form: str, language: str, mark: str, tmp_path: Path) -> None:
    pages = shown(form, language, tmp_path)
    assert all(mark in page and HEAD in page for page in pages)
    whole = "".join(pages)
    assert "".join(SHOWN.split()) in whole
    assert "".join(MIXED[:40].split()) in whole
    assert '=HYPERLINK("https://example.invalid","press")' in whole

"""Cells and lines of CSV files as spreadsheets want them."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""With these a spreadsheet takes a text for a formula; a Chinese or Japanese one also with the full-width signs."""

GUARD = "'"


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"{GUARD}{text}" if text.startswith(FORMULA) else text


def as_meant(text: str) -> str:
    """The text without the guard that `harmless` put before it."""
    return text[1:] if text.startswith(GUARD) and text[1:].startswith(FORMULA) else text


def csv_file(rows: Iterable[Sequence[str]]) -> bytes:
    """Lines of text as a CSV file, every cell harmless; UTF-8 with a byte order mark."""
    with io.StringIO(newline="") as made:
        csv.writer(made).writerows([harmless(cell) for cell in row] for row in rows)
        return made.getvalue().encode("utf-8-sig")

"""Small cases of what random ones brought to light in what comes from outside: spreadsheets, and hosts that lie."""

import io
import zipfile
from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reports.msel import as_xlsx, cells_of
from reports.records.roster import read_roster
from simulator.authoring.msel import sheet_of
from simulator.errors import ContentError
from simulator.language.translator import translator_for
from simulator.room.shared.client import Link
from simulator.room.shared.codec import encode
from simulator.room.shared.keys import Keys
from simulator.room.shared.model import Events, Picture
from simulator.room.shared.reaching import Address, Wish
from tests.players.sample import morning
from tests.soundness.clear import or_a_clear_error
from tui.shared.calling import Call, kept_for, secrets_path

SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><x>&i;</x>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'


@cache
def parts() -> dict[str, bytes]:
    """The parts of a right workbook, by name."""
    with zipfile.ZipFile(io.BytesIO(as_xlsx(sheet_of(morning(), translator_for("en"))))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def workbook(folder: Path, **changed: bytes | None) -> Path:
    """A workbook with some parts otherwise, or left out."""
    path = folder / "list.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        for name, part in (parts() | changed).items():
            if part is not None:
                packed.writestr(name, part)
    return path


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "[Content_Types].xml"])
@pytest.mark.parametrize(
    "content",
    [b"", b"<", b"\xff\xfe", None, LAUGHS.encode(), OUTSIDE.encode(), b"<x/>"],
    ids=["empty", "cut", "no text", "gone", "laughs", "outside", "another"],
)
def test_a_workbook_damaged_inside_is_refused_or_read(tmp_path: Path, part: str, content: bytes | None) -> None:
    with or_a_clear_error(ContentError):
        rows = cells_of(workbook(tmp_path, **{part: content}))
        assert all(len(str(cell)) < 5000 for row in rows for cell in row)


def test_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    cut = parts()[SHEET][:-400]
    with pytest.raises(ContentError, match="is no Excel workbook that can be read"):
        cells_of(workbook(tmp_path, **{SHEET: cut}))


@pytest.mark.parametrize("cell", ["x" * 200_000, '"' + "x" * 200_000])
def test_a_roster_with_an_endless_cell_is_refused(tmp_path: Path, cell: str) -> None:
    (tmp_path / "roster.csv").write_text(f"id,name\nlin,{cell}\n", encoding="utf-8")
    with pytest.raises(ContentError, match="cannot be read as CSV: field larger"):
        read_roster(tmp_path / "roster.csv")


def test_a_roster_with_a_cell_too_many_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text("id,name\nlin,Qiao, Lin\n", encoding="utf-8")
    with pytest.raises(ContentError, match=":2: more cells than columns") as caught:
        read_roster(tmp_path / "roster.csv")
    assert str(caught.value.remedy) == "put a text with a comma in it between quotation marks"


SPOILT = ["[" * 100_000, "", "[]", '{"codes": []}', '{"codes": {}, "passes": 1}', "\x00", "[1, {}]"]


@pytest.mark.parametrize("content", SPOILT)
def test_spoilt_codes_and_secrets_are_as_if_there_were_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "drill.keys").write_text(content, encoding="utf-8")
    keys = Keys(tmp_path / "drill.keys", lambda: 0.0)
    assert (sorted(keys.codes), keys.passes) == (["controller", "evaluator", "observer", "seat"], [])
    call = Call("host:1", "seat", "Lin Qiao")
    secrets_path(call, tmp_path).write_text(content, encoding="utf-8")
    assert kept_for(call, tmp_path) is None


class Lying:
    """A link to a host that says these words."""

    def __init__(self, *words: str) -> None:
        self._words = words
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[str]:
        for word in self._words:
            yield word

    async def close(self) -> None:
        self.closed = True

    async def send(self, word: str) -> None:
        """Takes whatever is said."""


@pytest.mark.parametrize(
    "word",
    [Events(0, ({"n": "first"},)), Picture(1, 0, {"standing": {"time": "soon"}}), Picture(1, 0, {"standing": None})],
    ids=["no entry", "no time", "no standing"],
)
async def test_a_client_leaves_a_host_that_talks_nonsense_and_tries_again(word: Events | Picture) -> None:
    link, host = Link(Address("host", 1), Wish("observer", "Lin Qiao")), Lying(encode(word))
    ws: Any = host
    assert await link._listen(ws) is False
    assert (host.closed, link.entries, link.over) == (True, [], None)

"""Who a server for browsers lets in, asked over a real connection on this machine."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import WSServerHandshakeError, web
from aiohttp.test_utils import TestClient, TestServer

from simulator.language.translator import translator_for
from tui.web.gate import MOST_BROWSERS, Gate, is_local, names_of
from tui.web.pages import Pages, letters_of
from tui.web.server import Service
from tui.web.session import (
    NOTE,
    forget_journal,
    in_page,
    note_journal,
    note_seat,
    noted_journal,
    noted_seat,
)

Client = TestClient[web.Request, web.Application]


@asynccontextmanager
async def served(folder: Path, language: str = "en") -> AsyncIterator[tuple[Client, Gate]]:
    """A server for browsers, and a browser that has not been there yet."""
    gate = Gate(8700, names_of("127.0.0.1"))
    service = Service((), gate, Pages(translator_for(language)), folder)
    async with TestClient(TestServer(service.application())) as client:
        yield client, gate


async def entered(client: Client, gate: Gate) -> None:
    """The browser opens the address that the server printed."""
    async with client.get("/", params={"token": gate.token}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("path", ["/", "/?token=", "/?token=guessed", "/ws", "/words", "/own/page.js", "/download/1"])
async def test_without_the_token_nothing_is_shown(tmp_path: Path, path: str) -> None:
    async with served(tmp_path) as (client, _), client.get(path) as answer:
        text = await answer.text()
    assert answer.status == 403
    assert "Set-Cookie" not in answer.headers
    assert "EXERCISE" in text
    assert "textual-terminal" not in text


async def test_a_refusal_says_what_to_do_in_the_servers_language(tmp_path: Path) -> None:
    async with served(tmp_path, "zh") as (client, _), client.get("/") as answer:
        text = await answer.text()
    assert '<html lang="zh-CN">' in text
    assert "演练" in text


async def test_the_token_is_taken_once_and_kept_as_a_cookie_that_no_script_sees(tmp_path: Path) -> None:
    async with served(tmp_path) as (client, gate):
        async with client.get("/", params={"token": gate.token}) as answer:
            cookie, text = answer.cookies["drillroom-8700"], await answer.text()
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
        assert cookie.value != gate.token
        assert gate.token not in text
        async with client.get("/") as answer:
            assert answer.status == 200
            assert "textual-terminal" in await answer.text()


async def test_the_wished_size_of_letters_survives_the_way_in(tmp_path: Path) -> None:
    async with served(tmp_path) as (client, gate):
        async with client.get("/", params={"token": gate.token, "fontsize": "20"}) as answer:
            assert "url=/?fontsize=20" in await answer.text()
        async with client.get("/", params={"fontsize": "20"}) as answer:
            assert 'data-font-size="20"' in await answer.text()


async def test_a_browser_that_opens_the_address_again_stays_the_same_browser(tmp_path: Path) -> None:
    async with served(tmp_path) as (client, gate):
        await entered(client, gate)
        await entered(client, gate)
        assert len(gate.browsers) == 1


async def test_a_full_house_lets_nobody_else_in(tmp_path: Path) -> None:
    async with served(tmp_path) as (client, gate):
        gate.browsers.update(str(number) for number in range(MOST_BROWSERS))
        async with client.get("/", params={"token": gate.token}) as answer:
            assert answer.status == 503


@pytest.mark.parametrize("origin", [None, "https://elsewhere.example", "http://127.0.0.1:1", "http://[", "null"])
async def test_another_sites_page_gets_no_line_to_a_program(tmp_path: Path, origin: str | None) -> None:
    async with served(tmp_path) as (client, gate):
        await entered(client, gate)
        headers = {} if origin is None else {"Origin": origin}
        with pytest.raises(WSServerHandshakeError) as refused:
            await client.ws_connect("/ws", headers=headers)
    assert refused.value.status == 403


async def test_another_sites_page_reads_nothing_with_the_browsers_cookie(tmp_path: Path) -> None:
    async with served(tmp_path) as (client, gate):
        await entered(client, gate)
        async with client.get("/words", headers={"Origin": "https://elsewhere.example"}) as answer:
            assert answer.status == 403


async def test_a_foreign_name_that_leads_to_this_machine_is_refused(tmp_path: Path) -> None:
    async with (
        served(tmp_path) as (client, gate),
        client.get("/", params={"token": gate.token}, headers={"Host": "rebound.example"}) as answer,
    ):
        assert answer.status == 403


async def test_a_page_may_load_from_its_own_server_alone(tmp_path: Path) -> None:
    async with served(tmp_path) as (client, gate):
        await entered(client, gate)
        async with client.get("/") as answer:
            policy, text = answer.headers["Content-Security-Policy"], await answer.text()
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "://" not in text


@pytest.mark.parametrize(
    ("host", "names", "local"),
    [
        ("127.0.0.1", {"127.0.0.1", "localhost", "::1"}, True),
        ("localhost", {"127.0.0.1", "localhost", "::1"}, True),
        ("::1", {"127.0.0.1", "localhost", "::1"}, True),
        ("192.168.0.7", {"192.168.0.7"}, False),
        ("0.0.0.0", None, False),
    ],
)
def test_a_server_is_asked_for_by_its_own_names(host: str, names: set[str] | None, local: bool) -> None:
    assert names_of(host) == (None if names is None else frozenset(names))
    assert is_local(host) is local


@pytest.mark.parametrize(("wished", "letters"), [("20", 20), ("", 16), ("7", 16), ("9999", 16), ("big", 16), ("²", 16)])
def test_letters_are_as_large_as_wished_within_reason(wished: str, letters: int) -> None:
    assert letters_of(wished) == letters


def test_a_program_notes_its_drill_for_the_page_and_forgets_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note, journal = tmp_path / "0.note", tmp_path / "d 1.jsonl"
    monkeypatch.delenv(NOTE, raising=False)
    note_journal(journal)
    assert (in_page(), noted_journal(note)) == (False, None)
    monkeypatch.setenv(NOTE, str(note))
    note_journal(journal)
    assert (in_page(), noted_journal(note)) == (True, journal)
    forget_journal()
    assert noted_journal(note) is None


def test_a_seat_is_noted_in_a_page_only_and_is_no_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note, seat = tmp_path / "0.note", {"place": "127.0.0.1:8710", "name": "Lin Qiao"}
    note_seat(seat)
    assert (note.exists(), noted_seat()) == (False, None)
    monkeypatch.setenv(NOTE, str(note))
    assert noted_seat() is None
    note_seat(seat)
    assert (noted_seat(), noted_journal(note)) == (seat, None)
    forget_journal()
    assert noted_seat() is None

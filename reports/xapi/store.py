"""A learning record store on the network: handing it statements, reading one back, and what can go wrong.

The way is xAPI 1.0.3, part three, with basic authentication. The password is never shown and stands in no message.
"""

import base64
import http.client
import json
import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from reports.xapi.vocabulary import VERSION
from simulator.errors import CallError, WriteError
from simulator.language.said import Said, say

Statement = dict[str, Any]
Pause = Callable[[float], None]
"""Waits so many seconds."""

PASSWORD = "DRILLROOM_LRS_PASSWORD"
"""The variable of the environment in which the password is looked for."""

WAITS = (1.0, 4.0, 15.0)
"""Seconds before each further attempt, where the store does not answer or is busy."""

LET_IN_NOT = (401, 403)
MISSING = 404
CONFLICT = 409
BUSY = (408, 425, 429, 500, 502, 503, 504)
MOST_SHOWN = 300
"""So much of what a store says of a refusal is shown, in signs."""

EXAMPLE = "https://lrs.example/xapi"


@dataclass(frozen=True, slots=True)
class Store:
    """A store: where its statements are, how one gets in, and how long one waits."""

    statements: str
    """The address of its statements."""
    authorization: str = field(repr=False)
    timeout: float
    """Seconds for one answer."""
    pause: Pause

    def takes(self, batch: Sequence[Statement]) -> bool:
        """Hand over statements; answers whether they are there now, or were before.

        They are not where the store holds something else under one of the ids: then it keeps none of them. Raises
        `WriteError` where it cannot be reached, does not let in, or refuses.
        """
        body = json.dumps(list(batch), ensure_ascii=False, allow_nan=False).encode()
        status, _ = self._ask("POST", self.statements, body, (CONFLICT,))
        return status != CONFLICT

    def statement(self, id: str) -> Statement | None:
        """The statement of this id; nothing where there is none, or where this user may not read. Raises as `takes`."""
        address = f"{self.statements}?statementId={quote(id)}"
        status, body = self._ask("GET", address, None, (MISSING, *LET_IN_NOT))
        if status >= 400:
            return None
        return _statement_in(body, id)

    def _ask(self, method: str, address: str, body: bytes | None, awaited: tuple[int, ...]) -> tuple[int, bytes]:
        """Status and content of an answer, after as many attempts as it takes within reason.

        Refusals raise, but for those with a status that is *awaited*.
        """
        for wait in (*WAITS, None):
            try:
                return self._once(Request(address, body, self._headers(), method=method))
            except HTTPError as refusal:
                with refusal:
                    if refusal.code in awaited:
                        return refusal.code, b""
                    error, lasting = _refused(self.statements, refusal), refusal.code not in BUSY
            except (OSError, http.client.HTTPException) as trouble:
                error, lasting = _unreachable(self.statements, trouble), _is_lasting(trouble)
            if lasting or wait is None:
                raise error from None
            self.pause(wait)
        raise AssertionError("the last attempt answers or raises")

    def _once(self, request: Request) -> tuple[int, bytes]:
        with build_opener(_NoRedirect).open(request, timeout=self.timeout) as answer:
            return answer.status, answer.read()

    def _headers(self) -> dict[str, str]:
        return {
            "Authorization": self.authorization,
            "Content-Type": "application/json",
            "X-Experience-API-Version": VERSION,
            "User-Agent": "Drillroom",
        }


def _statement_in(body: bytes, id: str) -> Statement | None:
    """The statement of this id in an answer: the answer itself, or, as some stores have it, one in a list."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    listed = found.get("statements") if isinstance(found, dict) else None
    known = listed if isinstance(listed, list) else [found]
    return next((each for each in known if isinstance(each, dict) and each.get("id") == id), None)


def store_at(url: str, user: str, password: str, timeout: float, pause: Pause) -> Store:
    """The store with this xAPI endpoint. Raises as `address_of`."""
    word = base64.b64encode(f"{user}:{password}".encode()).decode()
    return Store(address_of(url), f"Basic {word}", timeout, pause)


def address_of(url: str) -> str:
    """The address of a store's statements. Raises `CallError` for what is no http address, or bears a password."""
    try:
        parts = urlsplit(url.strip())
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        # What stands before an @ may be a password.
        message = say("'{url}' is not the address of a store", url=url.rpartition("@")[2])
        raise CallError(message, say("write it like {example}", example=EXAMPLE))
    if parts.username is not None:
        message = say("the address of the store bears a user's name or password")
        raise CallError(message, say("give the name with --user and the password in {variable}", variable=PASSWORD))
    path = parts.path.rstrip("/")
    path = path if path.endswith("/statements") else f"{path}/statements"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


class _NoRedirect(HTTPRedirectHandler):
    """A store that leads elsewhere is refused: the password is for this one."""

    def redirect_request(self, *_words: object) -> None:
        return None


def _is_lasting(trouble: BaseException) -> bool:
    """Whether trying again is of no use: a name that leads nowhere, or a certificate that does not hold."""
    reason = trouble.reason if isinstance(trouble, URLError) else trouble
    return isinstance(reason, ssl.SSLError | socket.gaierror)


def _unreachable(place: str, trouble: BaseException) -> WriteError:
    """Why a store was not reached."""
    reason = trouble.reason if isinstance(trouble, URLError) else trouble
    if isinstance(reason, ssl.SSLError):
        why = reason.reason if isinstance(reason.reason, str) else str(reason)
        message = say("the connection to {place} is not safe: {reason}", place=place, reason=why)
        return WriteError(message, say("check the store's certificate and this machine's clock"))
    if isinstance(reason, TimeoutError):
        return WriteError(say("{place} does not answer in time", place=place), _again())
    why = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason) or type(reason).__name__
    return WriteError(say("{place} cannot be reached: {reason}", place=place, reason=why), _again())


def _refused(place: str, refusal: HTTPError) -> WriteError:
    """Why a store did not take what it was sent."""
    status = refusal.code
    if status in (401, 403):
        message = say("{place} does not let this user in ({status})", place=place, status=status)
        return WriteError(message, say("check --user and the password"))
    if status in BUSY:
        values = {"place": place, "status": status, "words": _words(refusal)}
        return WriteError(say("{place} is out of order ({status}): {words}", **values), _again())
    if 300 <= status < 400 or status == 404:
        message = say("no statements can be kept at {place} ({status})", place=place, status=status)
        return WriteError(
            message, say("check the address: it is that of the xAPI endpoint, like {example}", example=EXAMPLE)
        )
    message = say("{place} refuses ({status}): {words}", place=place, status=status, words=_words(refusal))
    return WriteError(message, say("the store's own log says more"))


def _words(refusal: HTTPError) -> str:
    """What a store says, on one line, without what a terminal would obey."""
    try:
        said = refusal.read(MOST_SHOWN * 4).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return refusal.reason
    return "".join(sign for sign in " ".join(said.split()) if sign.isprintable())[:MOST_SHOWN] or refusal.reason


def _again() -> Said:
    return say("send again later: nothing is kept twice")

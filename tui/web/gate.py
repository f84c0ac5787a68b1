"""Who is let in: the token of the address, a cookie for each browser, and the sites that may ask.

Pure decisions on what a request bears; nothing here listens or answers.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from simulator.language.said import Said, say

TOKEN_BYTES = 24
"""Chance in a token and in a cookie, in bytes: beyond guessing."""

MOST_BROWSERS = 64
"""So many browsers one server lets in; each holds a program of its own while its page is open."""


def drawn() -> str:
    """A fresh word that nobody can guess, fit for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


@dataclass(frozen=True, slots=True)
class Gate:
    """The door of one server."""

    port: int
    names: frozenset[str] | None
    """The hosts by which it may be asked for; nothing: any, where it listens to the whole network."""
    token: str = field(default_factory=drawn, repr=False)
    browsers: set[str] = field(default_factory=set, repr=False)
    """The cookies handed out."""

    @property
    def cookie(self) -> str:
        """The cookie's name: browsers do not keep the ports of one host apart."""
        return f"drillroom-{self.port}"

    def has_token(self, given: str) -> bool:
        """Whether the token is right; takes as long for a wrong one."""
        return secrets.compare_digest(given.encode(), self.token.encode())

    def admit(self) -> str | None:
        """A cookie for one more browser; nothing where the house is full."""
        if len(self.browsers) >= MOST_BROWSERS:
            return None
        cookie = drawn()
        self.browsers.add(cookie)
        return cookie

    def knows(self, cookie: str) -> bool:
        """Whether this cookie was handed out here."""
        return any(secrets.compare_digest(cookie.encode(), each.encode()) for each in self.browsers)

    def refusal(self, headers: Mapping[str, str], *, live: bool) -> Said | None:
        """Why a request is refused for where it comes from; nothing where it may come in.

        *live*: it asks for the program itself, which a page of ours alone may do.
        """
        host = headers.get("Host", "")
        if self.names is not None and _name(host) not in self.names:
            return say("This server is asked for by a name that is not its own.")
        origin = headers.get("Origin")
        if (live and origin is None) or (origin is not None and _site(origin) != host.lower()):
            return say("Another site's page asks for Drillroom. That is not allowed.")
        return None


def names_of(host: str) -> frozenset[str] | None:
    """The names under which a server that listens at *host* may be asked for; nothing for any."""
    if host in ("", "0.0.0.0", "::"):
        return None
    local = {"localhost", "127.0.0.1", "::1"} if is_local(host) else set()
    return frozenset({host.lower()} | local)


def is_local(host: str) -> bool:
    """Whether only this machine can reach a server that listens at *host*."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _site(origin: str) -> str:
    """Host and port of an `Origin` header; empty where it cannot be read, or is none."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def _name(host: str) -> str:
    """The host of a `Host` header without its port; empty where it cannot be read."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""

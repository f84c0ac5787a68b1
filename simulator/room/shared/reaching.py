"""Reaching the host of a shared room: the link, the certificate that it must show, and the first word.

Nothing is said to a host that is not the one that is meant.
"""

import asyncio
import ssl
from dataclasses import dataclass

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI

from simulator.errors import CallError, DrillroomError
from simulator.language.said import say
from simulator.room.shared.certificate import fingerprint_of, fits, grouped, guest_context
from simulator.room.shared.codec import encode, heard
from simulator.room.shared.limits import LARGEST_TOLD, PATIENCE
from simulator.room.shared.model import PROTOCOL, Join, Refused, Role, Welcome
from simulator.room.shared.refusing import Unproven, error_of

KEEPALIVE = 10.0
"""Seconds between two signs of life, and until a host that gives none is taken for gone."""

FINAL = ("secret", "revoked", "freed", "barred", "elsewhere", "protocol", "code", "room", "no_seat", "name", "locked")
"""The refusals after which it is of no use to come back by itself."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a room is, and how its host is known."""

    host: str
    port: int
    encrypted: bool = False
    fingerprint: str = ""
    """The certificate's, as the host shows it: at least 32 hexadecimal signs, spaces do not matter."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants to join."""

    role: Role
    name: str
    code: str = ""
    seat: str = ""
    secret: str = ""
    """To come back with."""
    room: str = ""


class Final(CallError):
    """A refusal after which it is of no use to come back."""

    def __init__(self, error: DrillroomError) -> None:
        super().__init__(error.message, error.remedy)
        self.error = error


def refusal(refused: Refused) -> DrillroomError:
    """What a refusal is to a person."""
    error = error_of(refused.code, refused.detail)
    return Final(error) if refused.code in FINAL else error


def unreachable(address: Address) -> CallError:
    """That nobody answers there."""
    place = f"{address.host}:{address.port}"
    remedy = say("check host, port and network, and whether the host encrypts")
    return CallError(say("no room answers at {place}", place=place), remedy)


async def join(address: Address, wish: Wish, since: int) -> tuple[ClientConnection, Welcome]:
    """A link on which the host has said welcome. Raises `Final` or another `DrillroomError` where it has not."""
    ws = await reach(address)
    try:
        code = "" if wish.secret else wish.code
        said = Join(PROTOCOL, wish.role, wish.name, code, wish.seat, wish.secret, wish.room, since)
        await ws.send(encode(said))
        answer = heard(await asyncio.wait_for(ws.recv(), PATIENCE))
        if isinstance(answer, Refused):
            raise refusal(answer)
        if not isinstance(answer, Welcome):
            raise error_of("garbled")
    except (ConnectionClosed, TimeoutError, ValueError) as error:
        await ws.close()
        raise unreachable(address) from error
    except BaseException:
        await ws.close()
        raise
    return ws, answer


async def reach(address: Address) -> ClientConnection:
    """A link to the host that is meant. Raises `CallError`."""
    context = guest_context() if address.encrypted else None
    scheme = "wss" if address.encrypted else "ws"
    host = f"[{address.host}]" if ":" in address.host else address.host
    linking = connect(
        f"{scheme}://{host}:{address.port}", ssl=context, compression=None, max_size=LARGEST_TOLD,
        open_timeout=PATIENCE, close_timeout=2, ping_interval=KEEPALIVE, ping_timeout=KEEPALIVE, proxy=None,
    )  # fmt: skip
    try:
        ws = await asyncio.wait_for(linking, PATIENCE)
    except (OSError, TimeoutError, InvalidHandshake, InvalidURI, EOFError) as error:
        raise unreachable(address) from error
    if address.encrypted:
        await _must_be_meant(ws, address)
    return ws


async def _must_be_meant(ws: ClientConnection, address: Address) -> None:
    """Raises `CallError` where the host's certificate is not the one whose fingerprint was told."""
    shown: ssl.SSLObject | None = ws.transport.get_extra_info("ssl_object")
    certificate = shown.getpeercert(binary_form=True) if shown else None
    fingerprint = fingerprint_of(certificate or b"")
    if fits(fingerprint, address.fingerprint):
        return
    await ws.close()
    seen = grouped(fingerprint)
    if address.fingerprint:
        message = say("the host is not the one that is meant: its fingerprint is {seen}", seen=seen)
        raise CallError(message, say("compare it with what the host's screen shows; join nowhere else"))
    raise Unproven(seen)

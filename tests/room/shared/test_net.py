"""Rooms over the net: encryption and fingerprints, late comers, several rooms, a seat as screens use it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.errors import CallError
from simulator.journal.acts import Note, Open
from simulator.journal.controls import Deliver, Remark, Turning
from simulator.rehearsal.verify import verify
from simulator.room.seat import Seated
from simulator.room.shared.certificate import fits, host_context, kept_certificate, make_certificate
from simulator.room.shared.client import Link
from simulator.room.shared.desk import ControlDesk, RemoteDesk, open_desk
from simulator.room.shared.hosting import Host, Terms, host_rooms
from simulator.room.shared.model import Standing
from simulator.room.shared.opening import open_shared, reopen_shared
from simulator.room.shared.reaching import Address, Wish
from simulator.room.shared.remote import Joined, join_room
from tests.authoring.sample import sample
from tests.room.rooms import SEAT, Clock
from tests.room.shared.rooms import net, until


def test_a_fingerprint_fits_however_it_is_written_and_never_a_part_of_it() -> None:
    fingerprint = "3f2a90bc" * 8
    assert fits(fingerprint, "3F2A 90BC " * 4)
    assert not fits(fingerprint, "3f2a 90bc")
    assert not fits(fingerprint, "3f2a 90bd " * 4)
    assert not fits(fingerprint, "")


async def test_nothing_is_said_to_a_host_with_another_fingerprint(tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path)
    async with net(tmp_path, host_context(certificate), "0" * 64) as found:
        with pytest.raises(CallError, match="not the one that is meant"):
            await Link(found.address, found.wish()).__aenter__()
        assert found.office.hub.chairs.members == {}


async def test_without_a_fingerprint_the_hosts_is_shown_to_be_compared(tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path)
    async with net(tmp_path, host_context(certificate)) as found:
        with pytest.raises(CallError) as refused:
            await Link(found.address, found.wish()).__aenter__()
    assert certificate.shown in str(refused.value.message)


async def test_with_the_right_fingerprint_the_link_is_encrypted(tmp_path: Path) -> None:
    certificate = make_certificate(tmp_path)
    async with (
        net(tmp_path, host_context(certificate), certificate.shown) as found,
        Link(found.address, found.wish()) as link,
    ):
        found.office.begin()
        assert (await link.give(Note("over TLS"))).accepted
    assert certificate.key.stat().st_mode & 0o077 == 0


async def test_who_comes_late_has_the_whole_log_of_the_seat(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        found.office.begin()
        found.run(1800)
        async with Link(found.address, found.wish()) as link:
            count = found.office.hub.ledger.own_count(SEAT)
            await until(link, lambda: len(link.entries) == count)
            kinds = [entry.kind for entry in link.entries]
        assert kinds[0] == "header"
        assert "inject.delivered" in kinds


async def test_an_observer_sees_everything_and_does_nothing(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        found.office.begin()
        found.run(60)
        async with Link(found.address, found.wish("observer", name="Ma Lin")) as link:
            assert link.welcome is not None
            assert "expectations" in link.welcome.header["resolved"]
            assert link.listener.parts["console.codes"] == {}
            with pytest.raises(CallError, match="your role may not do this"):
                await link.lead(Deliver("second_wave"))


async def test_an_evaluator_notes_and_no_more(tmp_path: Path) -> None:
    async with net(tmp_path) as found:
        found.office.begin()
        async with Link(found.address, found.wish("evaluator", name="Ma Lin")) as link:
            assert (await link.lead(Remark(SEAT, "Calm.", 0, "greet", "P"))).accepted
            with pytest.raises(CallError, match="your role may not do this"):
                await link.lead(Turning("pause"))
            await until(link, lambda: link.listener.parts["console.remarks"] != [])


# -- as screens use it -------------------------------------------------------------------------------------


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def host(tmp_path: Path, clock: Clock) -> Host:
    rooms = {name: open_shared(sample(tmp_path), 7, tmp_path / f"{name}.jsonl", clock, None) for name in ("a", "b")}
    return host_rooms(rooms, Terms(), clock=clock)


def wish(host: Host, name: str = "a") -> Wish:
    return Wish("seat", "Lin Qiao", host.codes(name)["seat"], SEAT)


def desk(host: Host, name: str = "a") -> RemoteDesk:
    return open_desk(host.own_address, Wish("controller", "Chen Yu", host.codes(name)["controller"]))


def wait_until(joined: Joined, holds: Callable[[Standing], bool]) -> None:
    """Until the host has told of something."""
    room = joined.room
    room._background.run(until(room.link, lambda: holds(room.link.standing)))


def test_a_seat_over_the_net_is_used_as_any_room_and_debriefed_with_the_whole_journal(
    tmp_path: Path, host: Host, clock: Clock
) -> None:
    with host:
        controller: ControlDesk = desk(host)
        joined = join_room(host.own_address, wish(host), tmp_path / "mine.jsonl")
        seated: Seated = joined
        room = seated.room
        with pytest.raises(CallError, match="has not begun"):
            room.act(SEAT, Note("too early"))
        controller.lead(Turning("start"))
        clock.now += 100
        wait_until(joined, lambda standing: standing.time >= 1200)
        assert [message.inject for message in room.view(SEAT).inbox][:1] == ["doors"]
        assert str(room.drill.scenario.injects["doors"].text) == "Eighty-six people at the door."
        assert room.act(SEAT, Open(1)).accepted
        with pytest.raises(CallError, match="the controller has the clock"):
            room.pause()
        with pytest.raises(CallError, match="do not sit"):
            room.view("commander")
        controller.lead(Turning("end"))
        wait_until(joined, lambda standing: standing.status == "over")
        card = room.close()
        assert [trainee.name for trainee in card.trainees if not trainee.stand_in] == ["Lin Qiao"]
        assert room.drill.scenario.expectations.keys() == sample(tmp_path).expectations.keys()
        assert verify(seated.file.path).head == seated.file.head == host.rooms["a"].file.head
        joined.room.disconnect()
        controller.close()


def test_two_rooms_on_one_host_are_told_apart_by_their_codes(tmp_path: Path, host: Host) -> None:
    with host:
        first = join_room(host.own_address, wish(host, "a"), tmp_path / "1.jsonl")
        second = join_room(host.own_address, wish(host, "b"), tmp_path / "2.jsonl")
        assert [each.room.link.welcome.room for each in (first, second) if each.room.link.welcome] == ["a", "b"]
        with pytest.raises(CallError, match="this join code is none of the room's"):
            join_room(host.own_address, Wish("seat", "Wu Min", "AAAA-AAAA"), tmp_path / "3.jsonl")
        first.room.disconnect()
        second.room.disconnect()


def test_on_a_network_a_host_encrypts_unless_it_is_told_not_to(tmp_path: Path, clock: Clock) -> None:
    shared = open_shared(sample(tmp_path), 7, tmp_path / "c.jsonl", clock, None)
    with host_rooms({"c": shared}, Terms(lan=True), clock=clock) as host:
        assert host.own_address.encrypted
        with pytest.raises(CallError, match="no room answers"):
            open_desk(Address("127.0.0.1", host.port), Wish("observer", "Ma Lin", host.codes()["observer"]))


def test_who_was_told_a_fingerprint_comes_back_to_a_host_that_was_started_again(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "c.jsonl"
    with host_rooms({"c": open_shared(sample(tmp_path), 7, path, clock, None)}, Terms(lan=True), clock=clock) as host:
        address, port = host.own_address, host.port
        joined = join_room(address, wish(host, "c"), tmp_path / "mine.jsonl")
    with host_rooms({"c": reopen_shared(path, clock, None)}, Terms(lan=True, port=port), clock=clock) as host:
        assert host.own_address == address
        with pytest.raises(CallError, match="has not begun"):
            joined.room.act(SEAT, Note("here again"))
        assert [entry.name for entry in joined.room.seating if entry.seat == SEAT] == ["Lin Qiao"]
        joined.room.disconnect()


def test_a_certificate_that_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    first = kept_certificate(tmp_path / "new")
    assert kept_certificate(tmp_path / "new") == first
    first.key.write_bytes(b"cut off")
    second = kept_certificate(tmp_path / "new")
    assert second.fingerprint != first.fingerprint
    assert kept_certificate(tmp_path / "new") == second

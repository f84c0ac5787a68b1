"""A few entries of a made-up drill, for the tests of the file."""

from simulator.journal.entry import CLOSING, FORMAT, HEADER, MOOD, ORDER, Entry

ENTRIES = (
    Entry(0, 0, None, HEADER, {"format": FORMAT, "seats": {"lead": {"player": "person"}}}, "2026-11-23T08Z"),
    Entry(1, 65, "lead", ORDER, {"order": 1, "verb": "register", "accepted": True}, "2026-11-23T08:05Z"),
    Entry(2, 3600, None, MOOD, {"incident": "residents", "tension": 0.1, "name": "代表"}),
)
END = Entry(3, 7200, None, CLOSING, {"measures": {"harm.injured": 0}, "early": False})

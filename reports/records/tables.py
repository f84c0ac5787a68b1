"""The tables of the records, the same on SQLite and PostgreSQL. What is put into them and read out stands elsewhere.

Their names begin with `drillroom_`, so that a database may hold other things too. People and hand-made changes of
improvement items are kept through a rebuild; all else comes from journals.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 2
"""The schema's version. A database of an older one is made anew from journals: there are no migrations."""

metadata = MetaData()


def _belongs_to(column: str) -> Column[int]:
    """A reference to a row that takes this one with it when it is deleted."""
    name = column.split(".")[0].removesuffix("s").replace("people", "person")
    target = ForeignKey(f"drillroom_{column}", ondelete="CASCADE")
    return Column(name, Integer, target, nullable=False, index=True)


meta = Table(
    "drillroom_meta",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

people = Table(
    "drillroom_people",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(200), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("pseudonym", Text, nullable=False),
    Column("department", Text, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("source", String(20), nullable=False),
    sqlite_autoincrement=True,
)
"""`source`: `roster`, `journal` (somebody whom no roster names), or `bot`."""

drills = Table(
    "drillroom_drills",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("head", String(64), nullable=False, unique=True),
    Column("path", Text, nullable=False),
    Column("scenario", String(200), nullable=False, index=True),
    Column("title", JSON, nullable=False),
    Column("type", String(200), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("mode", String(40), nullable=False),
    Column("began", String(40), nullable=False),
    Column("day", String(10), nullable=False, index=True),
    Column("length", Integer, nullable=False),
    Column("incomplete", Boolean, nullable=False),
    Column("rewound", Boolean, nullable=False),
    Column("overall", Float),
    Column("rating", String(1)),
    Column("outcome", Float),
)

seats = Table(
    "drillroom_seats",
    metadata,
    Column("number", Integer, primary_key=True),
    _belongs_to("drills.number"),
    _belongs_to("people.number"),
    Column("seat", String(200), nullable=False),
    Column("role", String(200), nullable=False),
    Column("overall", Float),
    Column("speed", Float),
    Column("quality", Float),
    Column("conduct", Float),
    Column("outcome", Float),
    Column("coordination", Float),
    Column("rating", String(1)),
    UniqueConstraint("drill", "seat", "person"),
)

tasks = Table(
    "drillroom_tasks",
    metadata,
    Column("number", Integer, primary_key=True),
    _belongs_to("seats.number"),
    Column("expectation", String(200), nullable=False),
    Column("instance", Integer, nullable=False),
    Column("task", JSON, nullable=False),
    Column("clauses", JSON, nullable=False),
    Column("status", String(20), nullable=False),
    Column("rating", String(1)),
    Column("due", Integer),
    Column("at", Integer),
    Column("target", Integer, nullable=False),
    Column("limit", Integer, nullable=False),
    Column("timeliness", Float, nullable=False),
    Column("quality", Float, nullable=False),
    Column("credit", Float, nullable=False),
    Column("of", Float, nullable=False),
    Column("critical", Boolean, nullable=False),
    Column("act", Text, nullable=False),
)

task_clauses = Table(
    "drillroom_task_clauses",
    metadata,
    _belongs_to("tasks.number"),
    Column("clause", String(200), nullable=False, index=True),
)

breaches = Table(
    "drillroom_breaches",
    metadata,
    Column("number", Integer, primary_key=True),
    _belongs_to("seats.number"),
    Column("code", String(40), nullable=False),
    Column("severity", String(40), nullable=False),
    Column("at", Integer, nullable=False),
)

items = Table(
    "drillroom_items",
    metadata,
    Column("number", Integer, primary_key=True),
    _belongs_to("seats.number"),
    Column("item", String(400), nullable=False),
    Column("expectation", String(200), nullable=False),
    Column("clauses", JSON, nullable=False),
    Column("code", String(40), nullable=False),
    Column("grade", String(20), nullable=False),
    Column("text", JSON, nullable=False),
    Column("corrective", JSON, nullable=False),
    Column("owner", String(200), nullable=False),
    Column("due", String(10), nullable=False),
)

settled = Table(
    "drillroom_settled",
    metadata,
    Column("head", String(64), primary_key=True),
    Column("item", String(400), primary_key=True),
    Column("status", String(20)),
    Column("owner", Text),
    Column("due", String(10)),
)
"""What people changed of an item by hand; nothing where it is as it came out of the journals."""

clauses = Table(
    "drillroom_clauses",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("text", JSON, nullable=False),
    Column("owners", JSON, nullable=False),
    Column("trained", Boolean, nullable=False),
)
"""The plan's clauses as the drill kept last has them. `owners`: roles, none for all; `trained`: whether a drill can
exercise it, or it is about the organisation."""

FROM_JOURNALS = (task_clauses, tasks, breaches, items, seats, drills, clauses)
"""What a rebuild empties, in an order in which nothing is left without what it belongs to."""

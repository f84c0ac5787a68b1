"""What a seeded fault is: a name, the code it should have, and the edits that sow it into each of the two files."""

from dataclasses import dataclass

Edit = tuple[str, str]
"""A text that stands once in a file, and what takes its place."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, sown into the small file and into the large one."""

    code: str
    name: str
    small: tuple[Edit, ...]
    large: tuple[Edit, ...]


def one(code: str, name: str, small: Edit, large: Edit) -> Fault:
    """A fault that is one edit in each file."""
    return Fault(code, name, (small,), (large,))


def same(code: str, name: str, *edits: Edit) -> Fault:
    """A fault whose edits are the same in both files."""
    return Fault(code, name, edits, edits)

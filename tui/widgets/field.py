"""A line to type in, without borders, whose words the screen says itself."""

from textual.widgets import Input


class Field(Input):
    """One line of typed text; nothing in it is selected or completed by itself."""

    DEFAULT_CSS = """
    Field, Field:focus { height: 1; border: none; padding: 0 1; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, select_on_focus=False, compact=True)

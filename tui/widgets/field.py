"""A line to type in, whose words the screen says itself."""

from textual.widgets import Input


class Field(Input):
    """One line of typed text behind a bar; nothing in it is completed by itself."""

    DEFAULT_CSS = """
    Field, Field:focus {
        height: 1; border: none; border-left: ascii $text-primary; padding: 0 1;
        background: $surface; background-tint: transparent;
    }
    Field > .input--placeholder { color: $text-muted; }
    Field > .input--cursor { text-style: reverse; color: $foreground; background: $surface; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, select_on_focus=False)

    def hold(self, text: str) -> None:
        """Show what was written before, marked as a whole: a sign typed now takes its place, an arrow keeps it."""
        self.value = text
        self.action_select_all()

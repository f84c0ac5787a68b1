"""What the controller has said about injects: held, skipped, delivered ahead of their time."""


class Gate:
    """Through which every inject goes whose time has come."""

    def __init__(self) -> None:
        self.held: dict[str, bool] = {}
        """The injects that are held back, and whether their time has come meanwhile."""
        self.skipped: dict[str, str] = {}
        """The injects that will not be delivered, and why."""
        self._ahead: dict[str, int] = {}

    def passes(self, inject: str) -> bool:
        """Whether an inject whose time has come is delivered now."""
        if inject in self.skipped:
            return False
        if inject in self.held:
            self.held[inject] = True
            return False
        if self._ahead.get(inject):
            self._ahead[inject] -= 1
            return False
        return True

    def go_ahead(self, inject: str, may_come: bool) -> None:
        """It is delivered now by hand: what held it is gone, and its own next time is taken as done."""
        came = self.held.pop(inject, False)
        self.skipped.pop(inject, None)
        if may_come and not came:
            self._ahead[inject] = 1

    def hold(self, inject: str) -> None:
        self.held.setdefault(inject, False)

    def release(self, inject: str) -> bool:
        """Hold it no longer; answers whether its time has come meanwhile."""
        return self.held.pop(inject)

    def skip(self, inject: str, why: str) -> None:
        self.held.pop(inject, None)
        self.skipped[inject] = why

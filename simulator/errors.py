"""Every failure that Drillroom raises on purpose: one tree, each with what is wrong and what to do.

A user sees one line made of these, never a traceback. `status` is the command's exit status:
1 where the thing checked does not hold, 2 where the call cannot be understood or a file is
missing or cannot be opened.
"""

from simulator.language.said import Said


class DrillroomError(Exception):
    """A failure with a message and, where there is one, a remedy, both still to be translated."""

    status = 2

    def __init__(self, message: Said, remedy: Said | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.remedy = remedy


class CallError(DrillroomError):
    """The call names something that does not exist, or cannot be understood."""


class FileError(DrillroomError):
    """A file or folder is missing, cannot be read or cannot be written."""


class ContentError(DrillroomError):
    """A file could be opened, but what stands in it does not hold."""

    status = 1


class JournalError(ContentError):
    """A journal is torn, altered, of another version, or contradicts itself."""


class WriteError(DrillroomError):
    """What should have been kept could not be written (folder read-only, disk full)."""

    status = 2


class ScriptError(ContentError):
    """A script of acts names something the scenario does not have."""

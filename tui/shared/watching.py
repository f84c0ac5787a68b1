"""Coming in as a controller, an evaluator or an observer, and the console until the person leaves."""

from simulator.errors import CallError
from simulator.language.said import say
from simulator.language.translator import Translator
from simulator.room.shared.desk import RemoteDesk, open_desk
from tui.on_screen import terminal_is_there
from tui.session import emit
from tui.shared.calling import Call, Kept, come_in, keep_secret
from tui.shared.console.app import ConsoleApp
from tui.shared.joining import secrets_folder
from tui.web.session import in_page

COMMANDS = {"controller": "control", "evaluator": "observe", "observer": "observe"}


def show_console(call: Call, translator: Translator) -> None:
    """The console until the person leaves. Raises `DrillroomError` where the room cannot be entered."""
    if not terminal_is_there():
        raise CallError(say("the console needs a terminal"), say("call it in one, without a pipe"))
    desk: RemoteDesk = come_in(call, open_desk, secrets_folder())
    assert desk.link.welcome is not None
    keep_secret(call, Kept(call.role, "", desk.link.welcome.name, desk.secret), secrets_folder())
    app = ConsoleApp(desk, translator, is_there=terminal_is_there)
    try:
        app.run()
    finally:
        desk.close()
    if app.failed is not None:
        raise app.failed
    if not in_page() and app.station.now.status != "over":
        command = f"drillroom {COMMANDS[call.role]} {call.place}"
        extra = " --evaluator" if call.role == "evaluator" else ""
        emit(translator.say(say("Come back with: {command}", command=command + extra)))

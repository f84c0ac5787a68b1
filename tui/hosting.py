"""A program on the screen that has a person's settings, and shows them wherever it is."""

import os

from simulator.language.translator import Translator
from tui.presentation.lines import Tone
from tui.screens.settings import SettingsScreen
from tui.screens.whole import Whole
from tui.settings import Preferences, Settings, settings_path
from tui.speech import Speech
from tui.themes import Dressed


class Hosting(Dressed):
    """Wears the settings, and applies them as they change."""

    def __init__(self, preferences: Preferences | None, translator: Translator) -> None:
        """*preferences*: the person's own where nobody says otherwise."""
        super().__init__()
        self.preferences = Preferences(settings_path(), os.environ) if preferences is None else preferences
        self._translator = translator

    @property
    def speech(self) -> Speech:
        """The language of now."""
        return Speech(self._translator)

    def speak(self, language: str) -> None:
        """Go on in another language."""

    def refresh_all(self) -> None:
        """Show what has changed."""

    @property
    def translator(self) -> Translator:
        return self.speech.translator

    def first_line(self) -> tuple[str, str, Tone]:
        """The first line of the screen below the settings."""
        below = [each for each in self.screen_stack if isinstance(each, Whole) and not isinstance(each, SettingsScreen)]
        return below[-1].status() if below else ("", "", "")

    def apply(self, settings: Settings) -> None:
        """Wear these settings, and speak their language."""
        self.dress(settings)
        if settings.language is not None:
            self.speak(settings.language)
        self.refresh_all()

    def set_preferences(self) -> None:
        """The settings, in front of whatever is shown."""
        self.push_screen(SettingsScreen(self.preferences, self))

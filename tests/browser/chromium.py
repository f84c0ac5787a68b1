"""A server of the screens, and Chromium at it: what a page asks for, and what its terminal shows."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
AGES = 60_000
"""Milliseconds after which a page that shows nothing is taken for broken."""

LISTEN = r"""
const Line = window.WebSocket;
window.WebSocket = class extends Line {
  constructor(...words) {
    super(...words);
    const letters = new TextDecoder();
    const shown = document.documentElement.dataset;
    this.addEventListener("message", ({ data }) => {
      if (typeof data === "string") return;
      const text = letters.decode(data, { stream: true });
      shown.shown = (shown.shown ?? "") + text.replace(/\x1b(?:\[[0-9;?<>=$ ]*[a-zA-Z~]|.)/g, "");
    });
  }
};
"""
"""Keeps beside the page what its terminal is sent, without what moves and colours it: the terminal is a picture."""


@dataclass
class Seen:
    """A page, and every address it asked for."""

    page: Page
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(LISTEN)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("websocket", lambda line: self.asked.append(line.url))

    def open(self, address: str) -> None:
        self.page.goto(address)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def until(self, wanted: str) -> None:
        """Wait until the terminal has been sent a text since the page was loaded."""
        shown = re.compile(re.escape(wanted))
        expect(self.page.locator("html")).to_have_attribute("data-shown", shown, timeout=AGES)


@contextmanager
def server(data: Path, *words: str) -> Iterator[str]:
    """`drillroom serve` with these words; answers the address it prints. Ctrl-C must end it without a fault."""
    environment = {**os.environ, "XDG_DATA_HOME": str(data), "XDG_CONFIG_HOME": str(data)}
    call = [sys.executable, "-m", "tui.main", "serve", "--port", "0", *words]
    with subprocess.Popen(
        call, cwd=ROOT, env=environment, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=AGES / 1000)
    assert (process.returncode, "Traceback" in told) == (0, False), told


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


def page_of(context: BrowserContext) -> Seen:
    """A new page of a browser."""
    return Seen(context.new_page())

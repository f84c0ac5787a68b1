// Starts the terminal once its letters are there, gives it the keyboard, and lets an ended program begin again.
(() => {
  const start = window.onload;
  const body = document.body;
  const letters = ["", "bold "].map((weight) => document.fonts.load(`${weight}16px "Roboto Mono", Monaco`, "EXERCISE 演练"));
  const { protocol, host } = window.location;
  document.querySelector(".textual-terminal").dataset.sessionWebsocketUrl = `${protocol.replace("http", "ws")}//${host}/ws`;
  window.onload = null;
  Promise.allSettled(letters).then(() => start(new Event("load")));

  document.querySelector("#again").addEventListener("click", () => window.location.reload());

  const showWhy = async () => {
    const answer = await fetch("/words");
    document.querySelector("#words").textContent = answer.ok ? await answer.text() : "";
  };

  const seen = new Set();
  const once = (mark, deed) => {
    if (body.classList.contains(mark) && !seen.has(mark)) {
      seen.add(mark);
      deed();
    }
  };
  new MutationObserver(() => {
    once("-first-byte", () => document.querySelector(".xterm-helper-textarea").focus());
    once("-closed", () => {
      document.querySelector("#again").focus();
      showWhy().catch(() => {});
    });
  }).observe(body, { attributes: true, attributeFilter: ["class"] });
})();

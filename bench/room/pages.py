"""What is opened and pressed on each page: from the first byte asked for until a press has produced its answer."""

import json
from dataclasses import dataclass

from bench.room.servers import Served

WAIT_MS = 180_000
# Looks at every frame: presses once there is something to read, and notes when it has become another; times count from the navigation.
PROBE = """({ button, reading, deep, wait }) => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector),
    ...(deep ? [...root.querySelectorAll("*")].flatMap((node) => (node.shadowRoot ? all(selector, node.shadowRoot) : [])) : [])];
  const text = () => all(reading).map((node) => node.getAttribute("d") ?? node.textContent).join();
  window.roomAnswer = new Promise((done) => {
    let [before, pressed] = [null, null];
    const look = () => {
      const [node] = all(button);
      if (pressed === null && node?.checkVisibility() && text()) {
        [before, pressed] = [text(), performance.now()];
        node.click();
      } else if (pressed !== null && text() && text() !== before) {
        const [painted] = performance.getEntriesByName("first-contentful-paint");
        return done({ painted: painted.startTime, pressed, answered: performance.now() });
      }
      return performance.now() < wait ? requestAnimationFrame(look) : done(null);
    };
    requestAnimationFrame(look);
  });
}"""


@dataclass(frozen=True)
class Shown:
    """A page: where it lies, what is pressed, what is read to see the answer, and whether both lie in shadow roots."""

    path: str
    button: str
    reading: str
    deep: bool = False

    @property
    def script(self) -> str:
        """What a page runs before anything else; `roomAnswer` is then milliseconds from the navigation, or null when none came."""
        return f"({PROBE})({json.dumps({'button': self.button, 'reading': self.reading, 'deep': self.deep, 'wait': WAIT_MS})})"

    def at(self, served: Served) -> str:
        """Its address."""
        return served.address + self.path


PAGES = {
    "blank": Shown("/voila/render/blank.ipynb", "button.jupyter-button", "button.jupyter-button"),
    "moede": Shown("/voila/render/moede.ipynb?kommune=slagelse", "[id$=-next]", ".vbm-head h2"),
    "prognose": Shown("/voila/render/prognose.ipynb?kommune=slagelse", ".vbp-picks-row [aria-pressed=false]", ".vbp-large .vb-chart path"),
}

"""What every state is held to: no violation, nothing cut off when the page is narrow, and room for a finger on every control."""

from time import monotonic

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
# A table or a drawing may scroll within its own box; nothing else may be wider than the page.
CUT_OFF = """() => {
  const boxes = ".vb-hidden, [role=region][tabindex='0'], [role=region][tabindex='0'] *";
  const seen = [...document.querySelectorAll(".vb *")].filter((each) => each.checkVisibility() && !each.closest("svg"));
  const outside = ({ left, right }) => right > innerWidth + 1 || left < -1;
  const out = seen.filter((each) => !each.matches(boxes) && outside(each.getBoundingClientRect()));
  const page = document.documentElement.scrollWidth > innerWidth ? ["page"] : [];
  return [...page, ...new Set(out.map((each) => each.id || each.className || each.tagName))];
}"""
# A label is as much a target as the box in it; an address within a sentence is as high as its line.
TOO_SMALL = """([least, main]) => {
  const exempt = "p a, li:not(nav li) a, .vb-skip button";
  const controls = [...document.querySelectorAll(".vb :is(a, button, summary, select, input, textarea)")];
  const seen = controls.filter((each) => each.checkVisibility() && !each.matches(exempt));
  const high = (each) => (each.matches(".vb-button:not(.is-small), .vb-answer input") ? main : least);
  const size = (each) => (each.closest("label") ?? each).getBoundingClientRect();
  const small = (each, { width, height }) => width > 0 && (width < least - 0.5 || height < high(each) - 0.5);
  const told = (each, { width, height }) => `${each.id || each.className || each.tagName} ${Math.round(width)} x ${Math.round(height)}`;
  return [...new Set(seen.filter((each) => small(each, size(each))).map((each) => told(each, size(each))))];
}"""
# Colours alone are taken away by the reader's own: what is chosen must differ from what stands beside it in a fill, an edge or a line.
UNMARKED = """() => {
  const marked = "[aria-current]:not([aria-current=false]), [aria-pressed=true], label:has(:checked)";
  const group = "nav, ul, fieldset, [role=group], .vb-tabs-row, .vb-answers";
  const looks = ["backgroundColor", "borderTopColor", "borderTopWidth", "borderTopStyle", "borderLeftColor", "borderBottomColor",
    "outlineStyle", "textDecorationLine"];
  const ticked = (each) => [...each.querySelectorAll("input")].some((box) => box.checked && getComputedStyle(box).opacity > 0);
  const look = (each) => JSON.stringify([ticked(each), ...looks.map((name) => getComputedStyle(each)[name])]);
  const beside = (each) => [...(each.closest(group)?.querySelectorAll(each.tagName) ?? [])]
    .filter((other) => other.classList[0] === each.classList[0] && !other.matches(marked) && other.checkVisibility());
  return [...document.querySelectorAll(".vb *")].filter((each) => each.matches(marked) && each.checkVisibility())
    .filter((each) => beside(each).some((other) => look(other) === look(each))).map((each) => each.id || each.className || each.tagName);
}"""
# What stands beside each other has its middle in one line, give or take the difference between a button and a word.
ROWS = """() => {
  const parts = [...document.querySelectorAll(".vb-top :is(h1, p, button, summary)")]
    .filter((each) => each.checkVisibility() && !each.closest(".vb-dropped, :popover-open"));
  const middles = parts.map((each) => each.getBoundingClientRect()).map(({ top, height }) => top + height / 2).sort((a, b) => a - b);
  return middles.filter((middle, index) => !index || middle - middles[index - 1] > 10).length;
}"""
REST_SECONDS = 5
LEAST, MAIN, NARROW = 24, 44, 720  # pixels; what is pressed most is larger on a phone


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds wrong, by rule, each with the elements."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


def cut_off(page: Page) -> list[str]:
    """What is wider than the page once it has come to rest at its new size."""
    until = monotonic() + REST_SECONDS
    while (found := page.evaluate(CUT_OFF)) and monotonic() < until:
        page.wait_for_timeout(50)
    return found


def too_small(page: Page) -> list[str]:
    """The controls that are hard to hit."""
    return page.evaluate(TOO_SMALL, [LEAST, MAIN if page.viewport_size["width"] < NARROW else LEAST])


def high_header(page: Page) -> list[int]:
    """How many rows the header takes, where they are more than two."""
    return [rows for rows in [page.evaluate(ROWS)] if rows > 2]


def unmarked(page: Page) -> list[str]:
    """What is current, pressed or chosen, and in forced colours looks as what beside it is not."""
    page.emulate_media(forced_colors="active")
    found = page.evaluate(UNMARKED)
    page.emulate_media(forced_colors="none")
    return found


def moving(page: Page) -> list[str]:
    """What moves although the reader asked for less motion."""
    page.emulate_media(reduced_motion="reduce")
    found = page.evaluate("document.getAnimations().map((one) => one.effect.target.className)")
    page.emulate_media(reduced_motion="no-preference")
    return found

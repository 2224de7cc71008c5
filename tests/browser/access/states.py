"""Every state of every dashboard that somebody may have to read: where it begins, and what leads from one to the next."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.meeting import PATIENCE_MS

Act = Callable[[Page], None]
PAGES = (
    "start", "moede", "frister", "trappen", "prognose", "udvikling", "oekonomi", "faellesmaengden", "pejlemaerker", "regler", "oevelse",
)  # fmt: skip
COLUMNS = "Sagsnummer;Modtaget\nEKS-S-1;01-01-2021\n"  # an export that lacks most of what is needed


@dataclass(frozen=True)
class State:
    """A state: what leads to it from the one before, and what is then to be seen (a selector)."""

    name: str
    act: Act
    shows: str


@dataclass(frozen=True)
class Walk:
    """A page and its states, in an order in which each can be reached from the one before."""

    page: str
    states: tuple[State, ...]
    municipality: str = "slagelse"
    language: str = "da"


def stay(page: Page) -> None:
    """The state in which the page opens."""


def click(selector: str) -> Act:
    """A press on the first such control that is to be seen."""
    return lambda page: page.locator(selector).locator("visible=true").first.click()


def press(*keys: str) -> Act:
    """Keys, one after another."""
    return lambda page: [page.keyboard.press(key) for key in keys]


def write(selector: str, text: str) -> Act:
    """A text in a field, and the field left."""
    return lambda page: (page.locator(selector).first.fill(text), page.locator(selector).first.blur())


def export(page: Page) -> None:
    """An export with wrong columns, handed in."""
    page.set_input_files("#vbs-file", {"name": "uge.csv", "mimeType": "text/csv", "buffer": COLUMNS.encode()})


def tabs(*names: str, shows: str = "") -> tuple[State, ...]:
    """The parts of a page behind its tabs."""
    return tuple(State(name, click(f"[id$=-tab-{name}]"), shows or f"[id$=-tab-{name}][aria-current]") for name in names)


def reach(page: Page, state: State) -> None:
    """Goes on to a state and waits until it is to be seen."""
    state.act(page)
    expect(page.locator(state.shows).locator("visible=true").first).to_be_visible(timeout=PATIENCE_MS)


MENU = State("sider", click(".vb-menu summary"), ".vb-menu nav")
HELP = State("hjælp", press("?"), "dialog[open]")
NOTHING_OVER = ".vb:not(:has(dialog[open]))"
BLANK = State("skjult", press("Escape", "b"), ".vb-blank")

SAMPLE = (
    Walk("start", (State("forside", stay, ".vbs-tile"), MENU, State("afvist", export, "#vbs-result.is-error"))),
    Walk(
        "moede",
        (
            State("dagsorden og deltagere", stay, ".vbm-people"),
            State("forløb", press("Escape"), ".vbm-outcomes fieldset"),
            State("sider", click(".vb-menu summary"), ".vb-menu nav"),
            State("hjælp", press("Escape", "?"), ".vb-help"),
            BLANK,
            State("bekræft samlet", press("b", "f"), ".vbm-over[open] .vbm-rows"),
            State("forløb igen", press("Escape"), NOTHING_OVER),
            State("afslut mødet", press("s"), ".vbm-over[open] .vb-facts"),
            State("tilbage", press("Escape"), NOTHING_OVER),
            State("spørgsmål", press("j"), ".vb-question"),
            State("halvt besvaret", press("2", "1"), ".vb-reason"),
            State("andet trin", press("a"), ".vbm-deviate fieldset"),
            State("intet at fortryde", press("z"), ".vbm-foot [role=alert]:not(:empty)"),
        ),
    ),
    Walk(
        "moede",
        (
            State("forløb", press("Escape"), ".vbm-outcomes fieldset"),
            State("spørgsmål", press("j"), ".vb-question"),
        ),
        "ringsted",
    ),
    Walk(
        "frister",
        (
            State("liste", stay, ".vbf-row"),
            State("åbnet", click(".vbf-row:has-text('Kontakt søges')"), ".vbf-pane h2"),
            State("forsøg", click(".is-contact .vb-answer"), ".is-contact .vbf-follows .vb-answer"),
            State("tabel", lambda page: (page.keyboard.press("Escape"), click("[id$=-table]")(page)), ".vbf-box table"),
        ),
    ),
    Walk(
        "trappen",
        (
            State("trappen", stay, ".vbt-stair"),
            State("et trin", click(".vbt-stair summary"), ".vbt-details"),
            *tabs("catalogue", "flow", "resources", "forms"),
        ),
    ),
    Walk(
        "prognose",
        (
            State("forløb", stay, ".vbp-headline-box"),
            State("kilde", click(".vbp-opens"), ".vbp-open"),
            State("ændret", write(".vbp-value", "70"), ".is-changed"),
            State("afvist", write(".vbp-value", "mange"), ".vbp-refused:not(:empty)"),
            State("navn til scenarie", click("[id$=-save-as]"), ".vbp-naming"),
            State("antagelser", click("[id$=-register] summary"), "[id$=-register] table"),
        ),
    ),
    Walk(
        "udvikling",
        (
            State("succeskriterier", stay, ".vbo-tile"),
            State("definition", click(".vbo-how summary"), ".vbo-definition"),
            *tabs("cohorts", "published", "funnel", "scores"),
        ),
    ),
    Walk(
        "oekonomi",
        (
            State("enheden", stay, ".vbo-cards"),
            *tabs("case"),
            State("afvist", write(".vbo-case .vbo-value", "mange"), ".vbo-refused:not(:empty)"),
            *tabs("statbank"),
        ),
    ),
    Walk(
        "faellesmaengden",
        (
            State("gennemgang", stay, ".vbf-form"),
            State("halvt", press("1", "q", "a"), ".vb-answer:has(:checked)"),
            *tabs("overview", "agreement", "selection", "grants", "types", "about"),
        ),
    ),
    Walk(
        "pejlemaerker",
        (
            State("oversigt", stay, ".vbg-table"),
            State("et punkt", click(".vbg-open"), ".vbg-entry"),
            State("afvist", click("[id$=-save]"), ".vbg-refused:not(:empty)"),
        ),
    ),
    Walk(
        "regler",
        (
            State("tabel", stay, ".vbr-grid"),
            State("en anden tabel", click("#vbr-table-T3"), "[id='vbr-row-T3.01']"),
            State("rediger", click("#vbr-do-edit"), ".vbr-grid.is-editing"),
            State("celle", click(".vbr-cell.is-cell"), "#vbr-editor"),
            State("begrundelse", lambda page: (page.keyboard.press("Escape"), click(".vbr-cell.is-text")(page)), "#vbr-reason"),
            State("hul", lambda page: (page.keyboard.press("Escape"), click("[id^=vbr-delete]")(page)), ".vbr-findings"),
            State("afvist", click("#vbr-save"), "#vbr-said:not(:empty)"),
        ),
        "ringsted",
    ),
    Walk(
        "oevelse",
        (
            State("vælg", stay, ".vbo-card"),
            State("svar", click(".vbo-card"), ".vbo-questions"),
            State("halvt", press("1", "2"), ".vb-answer:has(:checked)"),
            State("aflevér", click("[id$=-done]"), ".vbo-handover, .vbo-said:not(:empty)"),
        ),
    ),
    Walk(
        "moede",
        (State("questions", press("Escape", "j"), ".vb-question"), State("help", press("?"), ".vb-help")),
        language="en",
    ),
    Walk("trappen", (State("ladder", stay, ".vbt-stair"), *tabs("flow")), language="en"),
)
EMPTY = tuple(Walk(page, (State("tomt", stay, ".vb h1"),)) for page in PAGES)

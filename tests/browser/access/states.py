"""Every state of every dashboard that somebody may have to read: where it begins, and what leads from one to the next."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
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


def way(*steps: tuple[Act, str]) -> Act:
    """Several steps, each waited for until it is to be seen."""

    def walk(page: Page) -> None:
        for act, shows in steps:
            act(page)
            seen(page, shows)

    return walk


def on_a_phone(act: Act) -> Act:
    """What only a phone has."""
    return lambda page: (page.set_viewport_size(PHONE), act(page))


def export(page: Page) -> None:
    """An export with wrong columns, handed in."""
    page.set_input_files("#vbs-file", {"name": "uge.csv", "mimeType": "text/csv", "buffer": COLUMNS.encode()})


def tabs(*names: str, shows: str = "") -> tuple[State, ...]:
    """The parts of a page behind its tabs."""
    return tuple(State(name, click(f"[id$=-tab-{name}]"), shows or f"[id$=-tab-{name}][aria-current]") for name in names)


def reach(page: Page, state: State) -> None:
    """Goes on to a state and waits until it is to be seen."""
    state.act(page)
    seen(page, state.shows)


def seen(page: Page, selector: str) -> None:
    """Waits until such a thing is to be seen."""
    expect(page.locator(selector).locator("visible=true").first).to_be_visible(timeout=PATIENCE_MS)


MENU = State("sider", click(".vb-menu summary"), ".vb-menu nav")
NOTHING_OVER = ".vb:not(:has(dialog[open]))"
ANSWERED, SAID, HANDED_IN = ".vb-answer:has(:checked)", ".vbo-said:not(:empty)", ".vbo-handover"
NOTE = ".vbg-entry textarea"
NAME, BESIDE = ".vbp-naming input", "[id*=-beside-]"
NO_PANE, TOOLS = ".vbf-work:not(.has-open)", ".vb-room-tools:popover-open"
hand_in = click("[id$=-done]")  # the exercise asks once whether what is missing shall stay open

# Both municipalities' meetings come to these.
COURSE = State("forløb", press("Escape"), ".vbm-outcomes fieldset")
QUESTIONS = State("spørgsmål", press("j"), ".vb-question")
CLOSING = State("afslut mødet", press("s"), ".vbm-over[open] .vb-facts")

SAMPLE = (
    Walk("start", (State("forside", stay, ".vbs-tile"), MENU, State("afvist", export, "#vbs-result.is-error"))),
    Walk(
        "moede",
        (
            State("dagsorden og deltagere", stay, ".vbm-people"),
            COURSE,
            MENU,
            State("værktøjer", on_a_phone(way((press("Escape"), ".vb-more"), (click(".vb-more"), TOOLS))), TOOLS),
            State("hjælp", press("Escape", "?"), ".vb-help"),
            State("skjult", press("Escape", "b"), ".vb-blank"),
            State("bekræft samlet", press("b", "f"), ".vbm-over[open] .vbm-rows"),
            State("forløb igen", press("Escape"), NOTHING_OVER),
            CLOSING,
            State("tilbage", press("Escape"), NOTHING_OVER),
            QUESTIONS,
            State("halvt besvaret", press("2", "1"), ".vb-reason"),
            State("andet trin", press("a"), ".vbm-deviate fieldset"),
            State("intet at fortryde", press("z"), ".vbm-foot [role=alert]:not(:empty)"),
        ),
    ),
    Walk(
        "moede",
        (
            COURSE,
            QUESTIONS,
            CLOSING,
            State("afsluttet", click("[id$=-close-meeting]"), ".vbm-anchor"),
            State("referat", click(".vbm-over details summary"), ".vbm-over .vb-note pre"),
            State("efter mødet", press("Escape"), NOTHING_OVER),
        ),
        "ringsted",
    ),
    Walk(
        "frister",
        (
            State("liste", stay, ".vbf-row"),
            State("åbnet", click(".vbf-row:has-text('Kontakt søges')"), ".vbf-pane h2"),
            State("forsøg", click(".is-contact .vb-answer"), ".is-contact .vbf-follows .vb-answer"),
            State("udfald", click(".is-contact .vbf-follows .vb-answer"), ".vbf-follows .vb-answer:has(:checked)"),
            State("historik", click(".is-contact [type=submit]"), "[id$=-undo]"),
            State(
                "ansøgning", way((press("Escape"), NO_PANE), (click(".vbf-row:has-text('venter på svar')"), ".vbf-pane h2")), ".is-answer"
            ),
            State("brev", click("[id*=-document-]"), ".vbf-letter input"),
            State("tabel", way((press("Escape"), NO_PANE), (click("[id$=-table]"), ".vbf-box")), ".vbf-box table"),
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
            State(
                "gemt scenarie",
                way((write(NAME, "70 pladser"), NAME), (click(".vbp-naming [type=submit]"), "[id$=-delete]")),
                ".vb-tab + .vb-tab",
            ),
            State(
                "side om side", way((click("[id$=-compare] > summary"), BESIDE), (click(BESIDE), ".vbp-sides")), "[id$=-compare-chart] svg"
            ),
            State("antagelser", click("[id$=-register] summary"), "[id$=-register] table"),
        ),
    ),
    Walk(
        "udvikling",
        (
            State("succeskriterier", stay, ".vbo-tile"),
            State("definition", click(".vbo-how summary"), ".vbo-definition"),
            *tabs("cohorts", "published", "funnel", "scores"),
            State("et andet år", click(".vb-pick:has-text('2019')"), ".vb-pick[aria-pressed=true]:has-text('2019')"),
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
            State("filtreret", click(".vb-pick[aria-pressed=false]"), ".vbg-table"),
            State("et punkt", click(".vbg-open"), ".vbg-entry"),
            State("afvist", click("[id$=-save]"), ".vbg-refused:not(:empty)"),
            State("skrevet", way((write(NOTE, "Talt om på mødet."), NOTE), (click("[id$=-save]"), ".vbg-notes")), ".vbg-withdraw"),
            State("tages tilbage", click(".vbg-withdraw summary"), ".vbg-withdraw input"),
        ),
    ),
    Walk(
        "regler",
        (
            State("tabel", stay, ".vbr-grid"),
            State("en anden tabel", click("#vbr-table-T3"), "[id='vbr-row-T3.01']"),
            State("rediger", click("#vbr-do-edit"), ".vbr-grid.is-editing"),
            State("celle", click(".vbr-cell.is-cell"), "#vbr-editor"),
            State("skjult over cellen", press("b"), ".vb-blank"),
            State("tilbage ved cellen", press("Escape"), ".vbr-cell.is-cell:focus"),
            State("begrundelse", click(".vbr-cell.is-text"), "#vbr-reason"),
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
            State("mangler svar", hand_in, SAID),
            State("afleveret", hand_in, HANDED_IN),
            State("den næste", click("[id$=-next]"), ".vbo-questions"),
            State(
                "drøftelse",
                way((press("1"), ANSWERED), (hand_in, SAID), (hand_in, HANDED_IN), (click("[id$=-show]"), ".vbo-spread")),
                ".vbo-arrivals",
            ),
        ),
    ),
    Walk(
        "moede",
        (State("questions", press("Escape", "j"), ".vb-question"), State("help", press("?"), ".vb-help")),
        language="en",
    ),
    Walk("trappen", (State("ladder", stay, ".vbt-stair"), *tabs("flow")), language="en"),
    *(Walk(page, (State("opened", stay, ".vb h1"),), language="en") for page in PAGES if page not in ("moede", "trappen")),
)
EMPTY = tuple(Walk(page, (State("tomt", stay, ".vb h1"),)) for page in PAGES)

"""A whole meeting without a mouse: every item is decided, sent on, confirmed or put aside by keys, and the keys are counted."""

from itertools import cycle

from playwright.sync_api import Page, expect

from tests.browser.meeting import PATIENCE_MS, visit

ITEMS = 28
MOST_KEYS = 14  # an item on average, beyond the reason that is written
WHY = "Prøvet uden at hjælpe nok."


class Keyboard:
    """Presses keys and counts them by item; what is written as a reason is not counted."""

    def __init__(self, page: Page):
        self.page, self.counts, self.kinds = page, [], []

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.counts[-1] += len(keys)

    def begin(self) -> None:
        self.counts.append(0)

    def write_where_it_led(self) -> None:
        """The reason, in the field that the keyboard was led to; then the field is left."""
        expect(self.page.locator("textarea:focus")).to_have_count(1)
        self.page.keyboard.type(WHY)

    def answer(self, digits: str) -> None:
        for number, digit in enumerate(digits, 1):
            self.press(digit)
            expect(self.page.locator(".vb-question input:checked")).to_have_count(number)


def seen(page: Page, selector: str) -> None:
    expect(page.locator(selector).first).to_be_visible(timeout=PATIENCE_MS)


def decide(keys: Keyboard, page: Page) -> None:
    """The recommended step: the answers, Enter to the reason, the reason, Enter."""
    keys.answer("132121")
    seen(page, ".vbm-why textarea")
    keys.press("Enter")
    keys.write_where_it_led()
    keys.press("Escape", "Enter")
    seen(page, ".vbm-decided h3")


def decide_without_reason(keys: Keyboard, page: Page) -> None:
    keys.answer("2")
    seen(page, ".vb-step.is-recommended")
    keys.press("Enter")
    seen(page, ".vbm-decided h3")


def deviate(keys: Keyboard, page: Page) -> None:
    """Another step than the recommended one, with its reason."""
    keys.answer("2")
    keys.press("a")
    seen(page, ".vbm-deviate fieldset")
    keys.press("2", "Enter")
    keys.write_where_it_led()
    keys.press("Tab", "Enter")
    seen(page, ".vbm-decided h3")


def park(keys: Keyboard, _: Page) -> None:
    keys.press("p")


def move_on(keys: Keyboard, page: Page) -> None:
    """A course: how it goes on, with the note that this asks for; put aside where the rules forbid it."""
    keys.press("1")
    expect(page.locator(".vbm-outcomes input:checked")).to_have_count(1)
    seen(page, ".vbm-advice .vbm-todo, .vbm-advice .vb-reason")
    keys.press("Enter")
    if page.locator(".vbm-outcomes textarea:required").count():
        keys.write_where_it_led()
        keys.press("Escape", "Enter")
    seen(page, ".vbm-decided h3")


def confirm_together(keys: Keyboard, page: Page) -> int:
    """What needs no talk: a mark and a reason each, stored in one go; how many they were."""
    keys.begin()
    keys.press("f")
    seen(page, ".vbm-rows li")
    count = page.locator(".vbm-rows li").count()
    for _ in range(count):
        expect(page.locator(".vbm-rows input:focus")).to_have_count(1)
        keys.press(" ", "Tab")
        keys.write_where_it_led()
        keys.press("Tab")
    keys.press("Enter")
    expect(page.locator(".vbm-said [role=status]")).to_have_text(f"Bekræftet: {count}.", timeout=PATIENCE_MS)
    total = keys.counts.pop()
    keys.counts += [total / count] * count
    keys.kinds.append(confirm_together.__name__)
    return count


def deal_with(keys: Keyboard, page: Page, plan) -> None:
    """One item from the moment it is on the table until the next one is."""
    before = page.locator(".vbm-head h2").inner_text()
    done = move_on if page.locator(".vbm-outcomes fieldset").count() else plan
    keys.begin()
    done(keys, page)
    keys.kinds.append(done.__name__)
    if done is not park:
        keys.press("Enter")
    expect(page.locator(".vbm-head h2")).not_to_have_text(before, timeout=PATIENCE_MS)


def test_twenty_eight_items_by_keyboard_alone(sample, page, capsys):
    visit(page, sample, "moede", kommune="ringsted")
    keys, plans = Keyboard(page), cycle((decide, decide, decide_without_reason, deviate, decide, park))
    for _ in range(ITEMS - confirm_together(keys, page)):
        deal_with(keys, page, next(plans))
    mean = sum(keys.counts) / len(keys.counts)
    with capsys.disabled():
        print(f"\n{len(keys.counts)} items: {mean:.1f} keys each, at most {max(keys.counts):.0f}")
    assert len(keys.counts) == ITEMS
    assert set(keys.kinds) == {one.__name__ for one in (confirm_together, decide, decide_without_reason, deviate, park, move_on)}
    assert mean <= MOST_KEYS

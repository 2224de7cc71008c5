"""The levels of the adult assessment method as bars, before and after; only where an import brought them."""

from visitation.register.records import Record
from visitation.vocabulary import THEMES
from widgets.meeting.state import MeetingState
from widgets.text import short_date, translator

HIGHEST = 4


def levels(state: MeetingState) -> dict | None:
    """The eleven themes with their latest level before and after, 0 to 4; None where nothing is measured."""
    _, lang, found = translator(state.session.lang), state.session.lang, state.levels
    if not found:
        return None
    latest = {(record.facts["theme"], record.facts["phase"]): record for record in sorted(found, key=lambda r: r.facts["day"])}
    before, after = (max((r.facts["day"] for r in found if r.facts["phase"] == phase), default=None) for phase in ("foer", "efter"))
    return {
        "title": _("Voksenudredning"),
        "before": _("før") + (f" ({short_date(before, lang)})" if before else ""),
        "after": _("efter") + (f" ({short_date(after, lang)})" if after else ""),
        "highest": HIGHEST,
        "themes": [
            {"label": label, "before": _bar(latest.get((theme, "foer")), lang), "after": _bar(latest.get((theme, "efter")), lang)}
            for theme, label in _themes(lang).items()
        ],
    }


def _bar(record: Record | None, lang: str) -> dict:
    """A level as a number for the bar and as words; nothing measured is no level 0."""
    _ = translator(lang)
    words = {"0": _("intet"), "1": _("let"), "2": _("moderat"), "3": _("svært"), "4": _("fuldstændigt")}
    level = record.facts["level"] if record else None
    if level in words:
        return {"level": int(level), "text": words[level]}
    return {"level": None, "text": _("ikke vurderet") if level else "–"}


def _themes(lang: str) -> dict[str, str]:
    _ = translator(lang)
    names = (
        _("Relationer"),
        _("Kommunikation"),
        _("Mobilitet"),
        _("Egenomsorg"),
        _("Samfundsliv"),
        _("Praktiske opgaver"),
        _("Mentale funktioner"),
        _("Sundhedsforhold"),
        _("Fysiske funktioner"),
        _("Sociale forhold"),
        _("Omgivelser"),
    )
    return dict(zip(THEMES, names, strict=True))

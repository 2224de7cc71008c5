"""The fixed words of the screen of deadlines."""

from widgets.text import translator


def stands(lang: str) -> dict[str, str]:
    """How a promise stands, in words."""
    _ = translator(lang)
    return {
        "broken": _("overskredet"),
        "due": _("i dag"),
        "soon": _("inden for en uge"),
        "later": _("senere"),
        "met": _("holdt"),
    }


def texts(lang: str) -> dict:
    """Buttons and headings."""
    _ = translator(lang)
    return {
        "links": _("Sider"),
        "municipality": _("Kommune"),
        "courses": _("Forløb og deres frister"),
        "stands": _("Status"),
        "table": _("Tabel"),
        "calendar": _("Kalender (.ics)"),
        "clear": _("Vis alle"),
        "case": _("Sag"),
        "pathway": _("Forløb"),
        "state": _("Trin i forløbet"),
        "next": _("Næste"),
        "date": _("Dato"),
        "owner": _("Hvem"),
        "today": _("I dag"),
        "weeks_back": _("En uge tilbage"),
        "weeks_now": _("Tilbage til i dag"),
        "weeks_on": _("En uge frem"),
        "runs_on": _("støtten løber"),
        "close": _("Luk"),
        "copy": _("Kopiér"),
        "copied": _("Kopieret"),
        "help_keys": [["Esc", _("luk forløbet")]],
    } | _of_detail(lang)


def _of_detail(lang: str) -> dict:
    _ = translator(lang)
    return {
        "contact": _("Kontakt med borgeren"),
        "try_save": _("Gem forsøget"),
        "tasks": _("Opgaver"),
        "task_done": _("Udført"),
        "answer": _("Er ansøgningen besvaret?"),
        "move": _("Hvad er der sket?"),
        "save": _("Gem"),
        "becomes": _("Forløbet står så i"),
        "tasks_follow": _("Opgaver, der opstår"),
        "documents": _("Breve og notater"),
        "write": _("Skriv brevet"),
        "docx": _("Hent som Word-fil"),
        "promises": _("Frister"),
        "history": _("Det er sket"),
        "undo": _("Fortryd det seneste"),
    }

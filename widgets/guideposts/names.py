"""What statuses, kinds of notes and bands of § 85 are called on the screen."""

from widgets.text import translator


def status_label(status: str, lang: str) -> str:
    """Whether a point has a number."""
    _ = translator(lang)
    return {"maalbar": _("målbar nu"), "nye_data": _("kræver nye data"), "kvalitativ": _("kvalitativ")}[status]


def standing_label(standing: str, lang: str) -> str | None:
    """What became of a note; None while it stands."""
    _ = translator(lang)
    return {"gaelder": None, "rettet": _("rettet"), "trukket": _("trukket tilbage")}[standing]


def band_label(band: str, lang: str) -> str:
    """A band of § 85, "" being none."""
    _ = translator(lang)
    return {
        "": _("uden § 85"),
        "0-9": _("under 10 min."),
        "10-29": _("10-29 min."),
        "30-119": _("½-2 timer"),
        "120-179": _("2-3 timer"),
        "180+": _("over 3 timer"),
    }[band]

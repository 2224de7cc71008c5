"""The words on the screen of the overlap group that do not depend on what it shows."""

from widgets.text import translator


def texts(lang: str) -> dict:
    """The words by what they are for."""
    _ = translator(lang)
    return {
        "links": _("Sider"),
        "municipality": _("Kommune"),
        "rater": _("Bedømmer"),
        "round": _("Bedømmelse"),
        "parts": _("Dele af siden"),
        "busy": _("Et øjeblik …"),
        "print": _("Udskriv"),
        "names": _("Vis sagsnumre"),
        "csv": _("Hent tal (CSV)"),
        "csv_drawn": _("Hent listen med referencer (CSV)"),
    } | _review(lang)


def _review(lang: str) -> dict:
    _ = translator(lang)
    return {
        "progress": _("Bedømt"),
        "questions": _("Bedømmelsen"),
        "note": _("Bemærkning (ingen navne)"),
        "save": _("Gem og næste"),
        "unrated": _("Næste ubedømte"),
        "previous": _("Forrige"),
        "next": _("Næste"),
        "undo": _("Fortryd seneste"),
        "unlock": _("Prøv igen"),
        "partners": _("Foreslåede samarbejdsparter"),
        "rated": _("Bedømt"),
        "rated_by": _("Bedømt af"),
        "hint": _("siger listen"),
        "not_rated": _("Ikke bedømt"),
        "draft": _("Ikke gemt endnu"),
        "sent": _("Gemmer"),
        "type_missing": _("Vælg en type først: 1–6, eller 0 for uden for typerne."),
        "all_rated": _("Alle på listen er bedømt."),
        "unconfirmed": _("Ikke bekræftet:"),
        "help_keys": [
            ["1 / 6", _("borgertype")],
            ["0", _("uden for typerne")],
            ["Q / W / E / R", _("underkategorier, til og fra")],
            ["A / S / D / F / G", _("kriterier, til og fra")],
            ["Z / X / C", _("mærker, til og fra")],
            ["L", _("sæt det, listen selv siger")],
            ["M", _("skriv en bemærkning; Esc forlader den")],
            ["Enter", _("gem og gå til næste ubedømte")],
            ["U / Ctrl+Z", _("fortryd din seneste bedømmelse")],
            ["J / K", _("næste og forrige på listen; pilene gør det samme")],
            ["N", _("næste ubedømte")],
            ["P", _("prøv igen med en bedømmelse, der ikke blev gemt")],
            ["Esc", _("ryd det, der ikke er gemt")],
        ],
    }

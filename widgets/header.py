"""The header that all dashboards share: where one is, on which day, on what data, the way to the others, and the tools of the room."""

from visitation.model import load, shipped
from widgets.room import room
from widgets.session import Session
from widgets.text import long_date, translator

NAMES = {"da": "Dansk", "en": "English"}
ALSO_ASKED = ("bedoemmer", "runde")  # whose review it is


def header(session: Session, here: str, title: str) -> dict:
    """The header of the dashboard `here`, with the way to all of them."""
    _ = translator(session.lang)
    return {
        "title": title,
        "place": f"{session.model.head.label.in_(session.lang)} · {long_date(session.today, session.lang)}",
        "sample": _("Eksempeldata – ikke rigtige borgere") if session.sample else None,
        "links": [
            {"label": label, "href": session.link(name), "current": name == here} for name, label in dashboards(session.lang).items()
        ],
        "room": room(session) | {"languages": languages(session, here)},
    }


def dashboards(lang: str) -> dict[str, str]:
    """The dashboards by the name of their notebook, in the order of the working week."""
    _ = translator(lang)
    return {
        "start": _("Forside"),
        "moede": _("Visitationsmøde"),
        "frister": _("Forløb og frister"),
        "trappen": _("Indsatstrappen"),
        "prognose": _("Prognose og kapacitet"),
        "udvikling": _("Udvikling"),
        "oekonomi": _("Økonomi"),
        "faellesmaengden": _("Fællesmængden"),
        "pejlemaerker": _("Politiske pejlemærker"),
        "regler": _("Regler og kontrol"),
        "oevelse": _("Fælles øvelse"),
    }


def municipalities(session: Session, here: str) -> list[dict]:
    """The shipped municipalities and the one that is open, each with the address of this dashboard for it."""
    served = session.model
    models = {name: load(name) for name in shipped()} | {served.head.id: served}
    return [
        {"label": m.head.label.in_(session.lang), "href": session.link(here, kommune=name), "current": name == served.head.id}
        for name, m in models.items()
    ]


def languages(session: Session, here: str) -> list[dict]:
    """Danish and English, each with the address of this dashboard in it, and in it what else this address says."""
    kept = {name: value for name, value in session.asked.items() if name in ALSO_ASKED}
    return [
        {"label": label, "lang": lang, "href": session.link(here, **kept, sprog=lang), "current": lang == session.lang}
        for lang, label in NAMES.items()
    ]

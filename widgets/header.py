"""The header that all dashboards share: where one is, on which day, on what data, and the way to the others."""

from visitation.model import load, shipped
from widgets.session import Session
from widgets.text import long_date, translator


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
    """Danish and English, each with the address of this dashboard in it."""
    names = {"da": "Dansk", "en": "English"}
    return [{"label": names[lang], "href": session.link(here, sprog=lang), "current": lang == session.lang} for lang in names]

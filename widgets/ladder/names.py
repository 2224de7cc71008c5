"""What places, forms, purposes and activities are called on the screen."""

from visitation.model import Model
from visitation.register.flow import Place
from visitation.register.standing import BESIDE
from widgets.text import translator


def place_label(place: Place, model: Model, lang: str) -> str:
    """A step by its name, and what lies beside or outside the ladder by what it is."""
    _ = translator(lang)
    if place is None:
        return _("uden for trappen")
    return _("ved siden af trappen") if place == BESIDE else model.steps[place].label.in_(lang)


def form_label(form: str, lang: str) -> str:
    """How help is given."""
    _ = translator(lang)
    return {"gruppe": _("gruppe"), "en_til_en": _("en-til-en"), "individuel": _("en-til-en"), "faelles": _("fælles")}[form]


def purpose_label(purpose: str, lang: str) -> str:
    """Which of the four forms of support help is."""
    _ = translator(lang)
    return {
        "traening": _("træning"),
        "laering": _("læring"),
        "problemloesning": _("problemløsning"),
        "kompensation": _("kompensation"),
    }[purpose]


def activity_label(activity: str, lang: str) -> str:
    """An activity of the unit's own sheet."""
    _ = translator(lang)
    return {
        "praktisk_hjaelp": _("Praktisk hjælp"),
        "social_inklusion": _("Social inklusion"),
        "hverdagsmestring": _("Hverdagsmestring"),
        "netvaerk": _("Netværk"),
        "recovery": _("Recovery"),
        "beskaeftigelse": _("Job og uddannelse"),
        "faerdigheder": _("Nye færdigheder"),
        "tovholder": _("Tovholder"),
    }[activity]

"""Reads a model's catalogue.yaml and holds it against the ladder, whose offers it takes over word for word."""

from dataclasses import dataclass

from visitation.catalogue.schema import Catalogue, Listed
from visitation.model import Model, Step, Text
from visitation.model.check import check_sources, known, unique
from visitation.model.load import read_part
from visitation.model.yaml import Document

FILE = "catalogue.yaml"


@dataclass(frozen=True)
class Entry:
    """An offer as the catalogue shows it: its name and words, with its step, None beside the ladder, and the rest as `listed`."""

    label: Text
    about: Text
    step: Step | None
    listed: Listed

    @property
    def law(self) -> tuple[str, ...]:
        """Its provisions: those it names, else those of its step."""
        if self.listed.law is not None:
            return self.listed.law
        return self.step.law if self.step else ()


def read_catalogue(model: Model) -> Catalogue:
    """The catalogue of a model, empty when it has no such file; ModelError when it names what the ladder does not have."""
    path = model.folder / FILE
    if not path.exists():
        return Catalogue()
    document, read = read_part(path, Catalogue)
    check_sources(document, read, model.head.documents)
    for name in ("offers", "forms"):
        unique(document, (name,), getattr(read, name))
        for i, one in enumerate(getattr(read, name)):
            if one.step is not None:
                known(document, (name, i, "step"), "trin", one.step, model.steps)
    _check_law(document, read, model)
    _check_offers(document, read, model)
    return read


def _check_law(document: Document, read: Catalogue, model: Model) -> None:
    """The provisions that an offer names are among those of its step."""
    for i, one in enumerate(read.offers):
        for law in (one.law or ()) if one.step else ():
            known(document, ("offers", i, "law"), f"lov på trinnet {one.step}:", law, model.steps[one.step].law)


def _check_offers(document: Document, read: Catalogue, model: Model) -> None:
    """Every offer taken over from the ladder stands there, and none twice."""
    seen: set[tuple] = set()
    for i, one in enumerate(read.offers):
        if one.offer is None:
            continue
        known(document, ("offers", i, "offer"), f"tilbud på trinnet {one.step}:", one.offer, _offers(model.steps[one.step]))
        if (one.step, one.offer) in seen:
            raise document.wrong(document.line(("offers", i)), f"tilbuddet '{one.offer}' på trinnet {one.step} står to gange")
        seen.add((one.step, one.offer))


def entries(model: Model, read: Catalogue) -> tuple[Entry, ...]:
    """The offers of a catalogue in its order, with the names and words that the ladder gives its own."""
    return tuple(_entry(model, one) for one in read.offers)


def _entry(model: Model, one: Listed) -> Entry:
    step = model.steps[one.step] if one.step else None
    if one.offer is None:
        return Entry(one.label, one.about, step, one)
    offer = _offers(step)[one.offer]
    return Entry(offer.label, offer.about, step, one)


def _offers(step: Step) -> dict:
    """The offers of a step by their Danish name."""
    return {offer.label.da: offer for offer in step.offers}

"""Reads a model's guideposts.yaml and holds it against itself and the model."""

from visitation.guideposts.measures import MEASURES
from visitation.guideposts.schema import Guideposts, Point
from visitation.model import Model
from visitation.model.base import Place
from visitation.model.check import check_sources, known, unique
from visitation.model.load import read_part
from visitation.model.yaml import Document

FILE = "guideposts.yaml"


def read_guideposts(model: Model) -> Guideposts:
    """The guideposts of a model, empty when it has no such file; ModelError when it names what there is not."""
    path = model.folder / FILE
    if not path.exists():
        return Guideposts()
    document, read = read_part(path, Guideposts)
    check_sources(document, read, model.head.documents)
    for name in ("roles", "themes", "guideposts", "context", "year"):
        unique(document, (name,), getattr(read, name))
    unique(document, ("guideposts",), [point for guidepost in read.guideposts for point in guidepost.points])
    for i, guidepost in enumerate(read.guideposts):
        for j, point in enumerate(guidepost.points):
            _check_point(document, ("guideposts", i, "points", j), point, read)
    for name in ("context", "year"):
        for i, part in enumerate(getattr(read, name)):
            for point in part.points:
                known(document, (name, i, "points"), "fokuspunkt", point, read.points)
    return read


def _check_point(document: Document, place: Place, point: Point, read: Guideposts) -> None:
    """Its role, its themes and its measures exist, and a measure gives the unit that is named."""
    known(document, (*place, "responsible"), "rolle", point.responsible, [one.id for one in read.roles])
    for theme in point.themes:
        known(document, (*place, "themes"), "tema", theme, [one.id for one in read.themes])
    unique(document, (*place, "indicators"), point.indicators)
    for i, one in enumerate(point.indicators):
        if one.measure is not None:
            at = (*place, "indicators", i)
            known(document, (*at, "measure"), "måling", one.measure, MEASURES)
            known(document, (*at, "unit"), f"enhed for {one.measure}:", one.unit, [MEASURES[one.measure].unit])

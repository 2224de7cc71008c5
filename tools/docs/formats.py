"""The page of the model files: which keys each file has, what they hold, and what they mean, from the classes that read them."""

from collections.abc import Iterator

import msgspec
from msgspec import inspect

from tools.docs.parts import code, escaped, table
from visitation.agreement.vignettes import Vignettes
from visitation.catalogue.schema import Catalogue
from visitation.documents.texts import Texts
from visitation.economy.schema import Economy
from visitation.forecast.figures import Figures
from visitation.forecast.scenario import Scenario
from visitation.guideposts.schema import Guideposts
from visitation.model.base import Part, Source, Text, Validity
from visitation.model.contradictions import Contradictions
from visitation.model.published import Deadlines, Prices
from visitation.model.schema import Guards, Head, Ladder, Length, Table, Timers
from visitation.outcomes.schema import Outcomes
from visitation.overlap.schema import Overlap
from visitation.pathway.schema import Pathway, Protocol
from visitation.publishing.settings import Settings
from visitation.statbank.query import Queries

SHARED = (Text, Source, Validity, Length)
FILES: dict[str, type[Part]] = {
    "model.yaml": Head,
    "ladder.yaml": Ladder,
    "tables/*.yaml": Table,
    "timers.yaml": Timers,
    "guards.yaml": Guards,
    "contradictions.yaml": Contradictions,
    "pathways/*.yaml": Pathway,
    "contact.yaml": Protocol,
    "deadlines.yaml": Deadlines,
    "prices.yaml": Prices,
    "catalogue.yaml": Catalogue,
    "forecast.yaml": Figures,
    "outcomes.yaml": Outcomes,
    "economy.yaml": Economy,
    "overlap.yaml": Overlap,
    "guideposts.yaml": Guideposts,
    "statbank.yaml": Queries,
    "published.yaml": Settings,
    "texts/texts.yaml": Texts,
    "vignettes.yaml": Vignettes,
}
PLAIN = {
    inspect.StrType: "text",
    inspect.IntType: "whole number",
    inspect.FloatType: "number",
    inspect.BoolType: "true or false",
    inspect.DateType: "date",
    inspect.NoneType: "nothing",
    inspect.AnyType: "anything",
}


def page() -> str:
    """The page."""
    lead = (
        "# The files of a model\n\nA model is a folder of YAML. The reader is strict: a key it does not know, a key that stands twice, or "
        "a word that YAML would take for a number or a date is refused, with file and line. Made from the classes that read the files.\n\n"
        "What the parts are for is told in [the municipal models](municipal-models.md); "
        "[the columns of exports](exports.md) have a page of their own.\n\n## Parts that many files share\n\n"
    )
    shared = "".join(_keys(part, "###") for part in SHARED)
    scenario = "## A scenario of the forecast\n\nA file for `visitation forecast --scenario`; every key may be left out there.\n\n"
    return lead + shared + "".join(f"## {name}\n\n{_whole(part)}" for name, part in FILES.items()) + scenario + _whole(Scenario)


def _whole(part: type[Part]) -> str:
    """A file's own part, then those that it is made of."""
    return "".join(_keys(one, "###") for one in made_of(part) if one not in SHARED)


def made_of(part: type[Part], seen: tuple[type, ...] = ()) -> list[type[Part]]:
    """A part and the parts below it, each once, in the order in which they are met."""
    found = [part]
    for field in inspect.type_info(part).fields:
        for below in _parts(field.type):
            found += [one for one in made_of(below, (*seen, *found)) if one not in (*seen, *found)] if below not in (*seen, *found) else []
    return found


def _parts(kind: inspect.Type) -> Iterator[type[Part]]:
    if isinstance(kind, inspect.StructType):
        yield kind.cls
    for inner in (*getattr(kind, "types", ()), *(getattr(kind, name, None) for name in ("item_type", "key_type", "value_type"))):
        yield from _parts(inner) if inner is not None else ()


def _keys(part: type[Part], level: str) -> str:
    rows = [(code(f.encode_name), _said(f.type), "yes" if f.required else _default(f)) for f in inspect.type_info(part).fields]
    about = escaped(" ".join((part.__doc__ or "").split()))
    return f"{level} {part.__name__} {{ #{_id(part)} }}\n\n{about}\n\n" + table(("key", "holds", "needed"), rows) + "\n"


def _id(part: type[Part]) -> str:
    return f"{part.__module__.removeprefix('visitation.').replace('.', '-')}-{part.__name__}".lower()


def _default(field: inspect.Field) -> str:
    if field.default in (msgspec.NODEFAULT, None, (), ""):
        return "no"
    return f"no; else {code(str(field.default).lower() if isinstance(field.default, bool) else field.default)}"


def _said(kind: inspect.Type) -> str:
    """What a key holds, in words."""
    if isinstance(kind, inspect.StructType):
        return f"[{kind.cls.__name__}](#{_id(kind.cls)})"
    if isinstance(kind, inspect.LiteralType):
        return "one of " + ", ".join(code(value) for value in kind.values)
    if isinstance(kind, inspect.VarTupleType):
        return f"list of {_said(kind.item_type)}" + (", at least one" if kind.min_length else "")
    if isinstance(kind, inspect.DictType):
        return f"by id: {_said(kind.value_type)}"
    if isinstance(kind, inspect.UnionType):
        return " or ".join(_said(one) for one in kind.types if not isinstance(one, inspect.NoneType))
    if isinstance(kind, inspect.TupleType):
        return "list of " + ", ".join(_said(one) for one in kind.item_types)
    return PLAIN[type(kind)]

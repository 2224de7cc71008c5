"""The queries of a municipality: which table, which variables, which values; as data, since the codes are the StatBank's to change."""

from visitation.model import Model
from visitation.model.base import Id, Part, Some, Sourced, Text
from visitation.model.check import check_sources, unique
from visitation.model.load import read_part

FILE = "statbank.yaml"


class Variable(Part):
    """A variable of a table by its code, and the values asked for: codes or the StatBank's own patterns, as "*" or "(-n+8)"."""

    code: Id
    values: Some[Id]


class Query(Sourced, kw_only=True):
    """A question to one table. `area` and `time` are the codes of its variables of place and period.

    `verified` when somebody has seen the table answer to these codes."""

    id: Id
    label: Text
    table: Id
    verified: bool
    area: Id
    time: Id
    variables: Some[Variable]

    def __post_init__(self):
        super().__post_init__()
        codes = [variable.code for variable in self.variables]
        if missing := [code for code in (self.area, self.time) if code not in codes]:
            raise ValueError(f"'{missing[0]}' står ikke blandt variables; tilladt er {', '.join(codes)}")

    @property
    def body(self) -> dict:
        """The question as it is sent; the reply is to be JSON-stat."""
        return {
            "table": self.table,
            "format": "JSONSTAT",
            "lang": "da",
            "variables": [{"code": one.code, "values": list(one.values)} for one in self.variables],
        }


class Queries(Part):
    """All queries of a municipality."""

    queries: tuple[Query, ...] = ()


def read_queries(model: Model) -> Queries:
    """The queries of a model, empty when it has no such file."""
    path = model.folder / FILE
    if not path.exists():
        return Queries()
    document, read = read_part(path, Queries)
    check_sources(document, read, model.head.documents)
    unique(document, ("queries",), read.queries)
    return read

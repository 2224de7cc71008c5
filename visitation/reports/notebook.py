"""A report is a notebook with a cell of parameters: which there are, and what a text means as one of them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visitation.errors import VisitationError, allowed
from visitation.home import SHARED
from visitation.reports.parameters import TYPES, Parameter, declared, said

REPORTS = SHARED / "notebooks" / "rapporter"
DECLARED = "parameters"  # papermill's tag of the cell


@dataclass(frozen=True)
class Report:
    """A notebook, what it is called, and its parameters by name, in the notebook's order."""

    name: str
    path: Path
    title: str
    parameters: dict[str, Parameter]

    def value(self, setting: str) -> tuple[str, Any]:
        """What `key=value` gives; VisitationError names the parameter and what is allowed."""
        key, equals, text = setting.partition("=")
        if key not in self.parameters:
            raise VisitationError(f"-p {setting}: {self.name} har ikke den parameter; tilladt er {allowed(self.parameters)}")
        if not equals:
            raise VisitationError(f"-p {setting}: skriv parameter=værdi")
        return key, self.parameters[key].value(text)


def report(name: str) -> Report:
    """The report of that name, or a notebook of one's own; VisitationError when it is none."""
    path = Path(name) if name.endswith(".ipynb") else REPORTS / f"{name}.ipynb"
    if not path.is_file():
        raise VisitationError(f"ukendt rapport '{name}'; tilladt er {allowed(_names())} eller en notebook (.ipynb)")
    title, source = _read(path)
    try:
        return Report(path.stem, path, title, {found.name: found for found in declared(source)})
    except VisitationError as error:
        raise VisitationError(f"{path.name}: {error}") from None


def described(wanted: Report) -> dict:
    """A report and its parameters, with the keys that `visitation report NAVN --parameters --json` prints."""
    told = [{"name": one.name, "type": one.type, "default": one.default, "help": one.help} for one in wanted.parameters.values()]
    return {"report": wanted.name, "title": wanted.title, "parameters": told}


def described_text(result: dict) -> str:
    """The same for people: a line for each parameter, with what it is when it is not given."""
    rows = [(_as_given(one), TYPES[one["type"]][1], one["help"]) for one in result["parameters"]]
    wide = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    lines = [f"  {given:{wide[0]}}  {kind:{wide[1]}}  {help_}" for given, kind, help_ in rows]
    return "\n".join([f"{result['report']}: {result['title']}. Parametre, og hvad de er, når de ikke gives:", *lines])


def _as_given(one: dict) -> str:
    return f"-p {one['name']}={'' if one['default'] == '' else said(one['default'])}"


def _read(path: Path) -> tuple[str, str]:
    """The title of a notebook and the source of its cell of parameters."""
    import nbformat

    try:
        found = nbformat.read(path, as_version=4)
        cells = [cell.source for cell in found.cells if DECLARED in cell.metadata.get("tags", ())]
        return found.metadata.get("title", path.stem), next(iter(cells), "")
    except (ValueError, KeyError, AttributeError, nbformat.ValidationError):  # what reading something else than a notebook ends in
        raise VisitationError(f"{path.name} er ikke en notebook") from None


def _names() -> list[str]:
    if not REPORTS.is_dir():
        raise VisitationError("notebooks/ mangler; kør visitation report fra en hel kopi af projektet")
    return sorted(path.stem for path in REPORTS.glob("*.ipynb"))

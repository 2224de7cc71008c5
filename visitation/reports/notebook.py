"""A report is a notebook with a cell of parameters: which there are, of what type, and what a text means as one of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visitation.errors import VisitationError, allowed
from visitation.home import SHARED

REPORTS = SHARED / "notebooks" / "rapporter"
TYPES: dict[str, tuple[Callable[[str], Any], str]] = {
    "str": (str, "tekst"),
    "int": (int, "et helt tal"),
    "float": (float, "et tal med punktum"),
}


@dataclass(frozen=True)
class Report:
    """A notebook and the types of its parameters by name, in the notebook's order."""

    name: str
    path: Path
    types: dict[str, str]

    def value(self, setting: str) -> tuple[str, Any]:
        """What `key=value` gives; VisitationError names the parameter and what is allowed."""
        key, equals, text = setting.partition("=")
        if key not in self.types:
            raise VisitationError(f"-p {setting}: {self.name} har ikke den parameter; tilladt er {allowed(self.types)}")
        if not equals:
            raise VisitationError(f"-p {setting}: skriv parameter=værdi")
        read, meant = TYPES[self.types[key]]
        try:
            return key, read(text)
        except ValueError:
            raise VisitationError(f"-p {setting}: {key} skal være {meant}") from None


def report(name: str) -> Report:
    """The report of that name, or a notebook of one's own; VisitationError when it is none."""
    path = Path(name) if name.endswith(".ipynb") else REPORTS / f"{name}.ipynb"
    if not path.is_file():
        raise VisitationError(f"ukendt rapport '{name}'; tilladt er {allowed(_names())} eller en notebook (.ipynb)")
    types = _types(path)
    if unknown := sorted(set(types.values()) - set(TYPES)):
        raise VisitationError(f"{path.name}: en parameter har typen {unknown[0]}; tilladt er {allowed(TYPES)}")
    return Report(path.stem, path, types)


def _types(path: Path) -> dict[str, str]:
    from nbformat import ValidationError
    from papermill import inspect_notebook

    try:
        return {name: found["inferred_type_name"] for name, found in inspect_notebook(str(path)).items()}
    except (ValueError, KeyError, AttributeError, ValidationError):  # what reading something else than a notebook ends in
        raise VisitationError(f"{path.name} er ikke en notebook") from None


def _names() -> list[str]:
    if not REPORTS.is_dir():
        raise VisitationError("notebooks/ mangler; kør visitation report fra en hel kopi af projektet")
    return sorted(path.stem for path in REPORTS.glob("*.ipynb"))

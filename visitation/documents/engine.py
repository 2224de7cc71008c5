"""Jinja templates, read so that a municipality can edit them: nothing but known names, and every fault with its file and line."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError

from visitation.documents.names import NAMES
from visitation.errors import ModelError, allowed
from visitation.register.personnumber import MASK, has_personnumber

ENDING = ".j2"
FILL_IN = "udfyld"  # what a template calls for a blank of its own
MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
SYNTAX = "kan ikke læses; skriv {{ navn }} for en oplysning og {% if navn %} ... {% endif %} for et valg"
REACHES = "må kun bruge oplysningerne selv, ikke det, der ligger bag dem"
FAULTS = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError)  # what the sentences of a template can run into


class Blank:
    """What stands in brackets where something is not known: nothing when asked, one item when walked; `seen` when written."""

    __slots__ = ("_seen", "_text")

    def __init__(self, text: str, seen: Callable[[str], Any]):
        self._text, self._seen = text, seen

    def __str__(self) -> str:
        self._seen(self._text)
        return f"[{self._text}]"

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator["Blank"]:
        yield self


class Files(FileSystemLoader):
    """Templates of these folders, an earlier one before a later; what a municipality may not write is refused as it is read."""

    def get_source(self, environment, template):
        """A template's source, file and freshness; ModelError with file and line for what cannot be read, or holds a number or name."""
        try:
            source, file, fresh = super().get_source(environment, template)
        except UnicodeDecodeError:
            raise ModelError(f"{template}: kan ikke læses; gem filen som UTF-8") from None
        path = Path(file)
        for line, words in enumerate(source.splitlines(), 1):
            if has_personnumber(words):
                raise _wrong(path, line, f"ligner et CPR-nummer ({MASK}); skriv den uden")
        try:
            _check_names(path, environment.parse(source))
        except TemplateSyntaxError as error:
            raise _wrong(path, error.lineno, SYNTAX) from None
        return source, file, fresh


class Environment(ImmutableSandboxedEnvironment):
    """What templates may do: use names, choose, walk lists, and include each other."""

    def __init__(self, *folders: Path):
        super().__init__(
            loader=Files(folders, encoding="utf-8-sig"),  # some editors begin a UTF-8 file with a mark
            undefined=StrictUndefined,
            finalize=_written,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.globals = {}
        self.filters |= {"kort": _short, "og": _and}


environment = lru_cache(maxsize=8)(Environment)  # keeps its templates compiled, and reads one again when its file has changed


def check(folder: Path, name: str) -> None:
    """ModelError, with file and line, when that template cannot be read or uses an unknown name."""
    one = Environment(folder)
    one.loader.get_source(one, name)


def render(folders: tuple[Path, ...], name: str, known: dict[str, Any], seen: Callable[[str], Any]) -> str:
    """The text of a template; every blank in it is `seen`. ModelError with file and line when it fails."""
    blanks = {one: Blank(fact.blank, seen) for one, fact in NAMES.items()} | {FILL_IN: lambda text: Blank(text, seen)}
    try:
        return environment(*folders).get_template(name).render(blanks | known)
    except ModelError:
        raise
    except TemplateNotFound as error:
        names = allowed(environment(*folders).list_templates())
        raise ModelError(f"{name}: skabelonen '{error.name}' findes ikke; tilladt er {names}") from None
    except FAULTS as error:
        path, line = _place(error.__traceback__, name)
        raise _wrong(path, line, _said(error)) from None


def _check_names(path: Path, tree: nodes.Template) -> None:
    if unknown := sorted(meta.find_undeclared_variables(tree) - {*NAMES, FILL_IN}):
        line = next(node.lineno for node in tree.find_all(nodes.Name) if node.name == unknown[0])
        names = f'{allowed(NAMES)}, og {FILL_IN}("...") til det, andre skal skrive'
        raise _wrong(path, line, f"ukendt navn '{unknown[0]}'; tilladt er {names}")


def _wrong(path: Path, line: int, what: str) -> ModelError:
    return ModelError(f"{path.parent.name}/{path.name}, linje {line}: {what}")


def _said(error: Exception) -> str:
    if isinstance(error, SecurityError):
        return REACHES
    if isinstance(error, UndefinedError):
        return f"en oplysning har ikke den del, der spørges om; en skabelon {REACHES}"
    return "kan ikke skrives; brug kun filtrene kort og og på de oplysninger, de er til"


def _place(traceback: TracebackType | None, name: str) -> tuple[Path, int]:
    """Jinja gives the frames of a template its own file and lines; the last of them is where it failed."""
    path, line = Path(name), 1
    while traceback:
        if (file := traceback.tb_frame.f_code.co_filename).endswith(ENDING):
            path, line = Path(file), traceback.tb_lineno
        traceback = traceback.tb_next
    return path, line


def _written(value: Any) -> Any:
    if isinstance(value, date):
        return f"{value.day}. {MONTHS[value.month - 1]} {value.year}"
    return ", ".join(value) if isinstance(value, tuple | list) else value


def _short(day: Any) -> Any:
    return day.strftime("%d-%m-%Y") if isinstance(day, date) else day


def _and(items: Any) -> str:
    """Items as one reads them aloud: "a, b og c"."""
    *before, last = map(str, items)
    return " og ".join([", ".join(before), last] if before else [last])

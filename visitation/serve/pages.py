"""How the page of a notebook is written: as Voila does, but its template is compiled once and not again for every page."""

from types import SimpleNamespace
from typing import Any

from voila import notebook_renderer
from voila.exporter import VoilaExporter


class Compiled:
    """The templates that have been compiled, as Jinja keeps bytecode, but in memory."""

    def __init__(self):
        self._buckets: dict[tuple, SimpleNamespace] = {}

    def get_bucket(self, environment: Any, name: str, filename: str | None, source: str) -> SimpleNamespace:
        """Where the code of a template lies, or is to be put; a template that has changed is another one."""
        return self._buckets.setdefault((name, filename, source), SimpleNamespace(code=None))

    def set_bucket(self, bucket: SimpleNamespace) -> None:
        """Nothing: the code lies there already."""


class Exporter(VoilaExporter):
    """Voila's, with a memory that all pages share."""

    compiled = Compiled()

    def _create_environment(self):
        environment = super()._create_environment()
        environment.bytecode_cache = self.compiled
        return environment


def compile_once() -> None:
    """From now on; Voila has no setting for it."""
    notebook_renderer.VoilaExporter = Exporter

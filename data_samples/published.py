"""The sample publication: the protected tables of the sample register, which the public notebooks show when no folder is named.

    python data_samples/published.py

It holds what `visitation publish` writes as data and no pages. Its key is no secret: nobody in it is real."""

import shutil
import tempfile
from datetime import date
from importlib.metadata import version
from pathlib import Path

from visitation.publishing.folder import Site, note
from visitation.publishing.report import PRODUCT
from visitation.publishing.source import read_source
from visitation.publishing.tables import publish_tables
from visitation.register.demo import make_demo
from visitation.register.store import open_register

FOLDER = Path(__file__).resolve().parent / "offentlig"
KEY = b"eksempel".ljust(32, b".")


def make(folder: Path, register: str) -> None:
    """Writes the publication of the sample register at `register` into an empty folder."""
    store = open_register(register)
    try:
        source = read_source(store, (), date.max)
    finally:
        store.close()
    publish_tables(folder, source.tables, KEY, source.today, (), "")
    units = {model.head.id: model.head.version for model in source.models}
    note(folder, Site(source.today, version(PRODUCT), source.sample, units, source.values))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        url = f"sqlite:///{Path(scratch).as_posix()}/demo.sqlite"
        make_demo(url)
        shutil.rmtree(FOLDER, ignore_errors=True)
        make(FOLDER, url)

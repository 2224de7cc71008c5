"""The true tables into their archives: new months are added, frozen ones stay, and what stands there afterwards is attacked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from visitation.disclosure import Archive, Cube, Publication, publish, read_archive
from visitation.disclosure.publish import seal
from visitation.errors import VisitationError, allowed
from visitation.publishing.audit import Audit, audit
from visitation.publishing.folder import DATA, RESULTS
from visitation.register.month import Month

GROWS = (RESULTS,)  # the tables of which no number falls; of promises some do, as what is late can pass twice its time


@dataclass(frozen=True, eq=False)
class Table:
    """One archive after a publication, and what an attack on it came to."""

    name: str
    publication: Publication
    audit: Audit

    @property
    def archive(self) -> Archive:
        """The archive."""
        return self.publication.archive

    def plain(self) -> dict:
        """The table as `visitation publish --json` says it; suppressed are the cells that read as fewer than the base."""
        cube, done = self.archive.cube, self.publication
        months = {name: [str(month) for month in getattr(done, name)] for name in ("added", "revised", "changed")}
        sizes = {"cells": cube.counts.size, "suppressed": int((cube.counts == 0).sum())}
        return {"name": self.name} | sizes | {"audit": self.audit.plain()} | months


def publish_tables(out: Path, true: Mapping[str, Cube], key: bytes, on: date, revise: Collection[Month], why: str) -> list[Table]:
    """Publishes the tables by name; of the months to revise, each table takes those that have changed in it.

    VisitationError, and nothing written, when a month to revise has changed in none of them."""
    changed = {name: _changed(out / DATA / name, cube, key) for name, cube in true.items()}
    every = sorted(set().union(*changed.values()))
    if same := [month for month in revise if month not in every]:
        raise VisitationError(f"--revise: {allowed(same)} er ikke ændret siden offentliggørelsen; ændret er {allowed(every) or 'ingen'}.")
    return [_published(out, name, cube, key, on, [month for month in revise if month in changed[name]], why) for name, cube in true.items()]


def _published(out: Path, name: str, cube: Cube, key: bytes, on: date, revise: Collection[Month], why: str) -> Table:
    done = publish(out / DATA / name, cube, key, on, revise, why)
    return Table(name, done, audit(done.archive.cube, grows=name in GROWS))


def _changed(folder: Path, true: Cube, key: bytes) -> list[Month]:
    """The frozen months whose true numbers are others now."""
    old = read_archive(folder)
    if old is None:
        return []
    latest = old.latest
    return [month for month in true.months if str(month) in latest and latest[str(month)].seal != seal(true, month, key)]

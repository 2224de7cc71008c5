"""What the pages are made of: the published folder and a municipality's public model, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from visitation.disclosure import Archive
from visitation.home import SHARED
from visitation.model import Model, load
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.schema import Criterion
from visitation.publishing.folder import PROMISES, RESULTS, STOCK, Site, archives, place, read_site
from visitation.publishing.settings import Settings, read_settings
from visitation.register.month import Month
from widgets.text import translator

SAMPLE = SHARED / "data_samples" / "offentlig"


@dataclass(frozen=True, eq=False)
class Public:
    """One municipality's publication in one language."""

    folder: Path
    site: Site
    archives: dict[str, Archive]
    model: Model
    lang: str

    @property
    def unit(self) -> str:
        """The municipality's id."""
        return self.model.head.id

    @property
    def stock(self) -> Archive:
        """Who stands where."""
        return self.archives[STOCK]

    @property
    def results(self) -> Archive | None:
        """What came of the courses; None where no municipality of the site has success criteria."""
        return self.archives.get(RESULTS)

    @property
    def promises(self) -> Archive | None:
        """What was promised and kept; None where no municipality of the site promises a time, or none has been published yet."""
        return self.archives.get(PROMISES)

    @property
    def months(self) -> tuple[Month, ...]:
        """The months of the publication, oldest first."""
        return self.stock.cube.months

    @property
    def last(self) -> Month:
        """The latest month."""
        return self.months[-1]

    @property
    def day(self) -> date:
        """The day of the publication."""
        return self.site.on

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """The municipality's success criteria."""
        return read_outcomes(self.model).criteria

    @cached_property
    def settings(self) -> Settings:
        """What the municipality says of its publication."""
        return read_settings(self.model)

    @cached_property
    def say(self) -> Callable[[str], str]:
        """The reader's language."""
        return translator(self.lang)

    @property
    def here(self) -> str:
        """The folder of these pages within the site."""
        return place(self.site.units, self.unit, self.lang)

    @property
    def up(self) -> str:
        """The way from these pages to the top of the site."""
        return "../" * self.here.count("/")


def public(folder: str, municipality: str, lang: str) -> Public:
    """The publication in a folder (empty: PUBLISHED of the environment, else the sample) of a municipality (empty: its first).

    VisitationError when nothing was published there."""
    path = Path(folder or os.environ.get("PUBLISHED") or SAMPLE)
    site = read_site(path)
    return Public(path, site, archives(path), load(municipality or next(iter(site.units)), site.on), lang)

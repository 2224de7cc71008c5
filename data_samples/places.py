"""The municipalities of the samples, their day, and the seed from which everything in them is drawn."""

from dataclasses import dataclass
from datetime import date, timedelta

import meetings

SEED = 20210309
TODAY = date(2021, 3, 9)  # the Tuesday of the meeting that lies open
WEEK = timedelta(weeks=1)
WEEKS = 51  # of the past year


@dataclass(frozen=True)
class Municipality:
    """A municipality's folder, the letter of its references, its files' encoding, stories and questions."""

    name: str
    letter: str
    encoding: str
    stories: dict
    questions: tuple[str, ...]

    @property
    def shares(self) -> dict[str, int]:
        """How many enquiries in a hundred come to what, by story."""
        return {story: share for story, (share, _) in self.stories.items()}


RINGSTED = Municipality("ringsted", "R", "utf-8-sig", meetings.T1,
                        ("oensker", "maalgruppe", "aarsag", "virkning", "behov", "varighed", "bofaellesskab"))  # fmt: skip
SLAGELSE = Municipality("slagelse", "S", "cp1252", meetings.S1,
                        ("akut", "alder", "stemme", "kontakt", "anden_indsats", "oensker", "maalgruppe"))  # fmt: skip

"""What the facts of one row must be to each other; a message says what is allowed and never what stood there."""

from typing import Any

from visitation.register.records import ORS_AREAS
from visitation.vocabulary import CENTRES, FFB_SERVICES

ROUNDING = 0.1  # what four areas and their total may differ by when each is written with one decimal


def ends_after_start(row: Any) -> tuple[str, str] | None:
    """A service or an activity does not end before it begins."""
    if row.end and row.end < row.start:
        return "end", "slutdatoen ligger før startdatoen; samme dag eller senere er tilladt"
    return None


def code_of_section(row: Any) -> tuple[str, str] | None:
    """The code of Fælles Faglige Begreber is that of the section beside it."""
    if row.ffb and FFB_SERVICES[row.ffb] != row.section:
        return "ffb", f"koden hører til {FFB_SERVICES[row.ffb]}; den skal være tom eller passe til paragraffen i rækken"
    return None


def total_of_areas(row: Any) -> tuple[str, str] | None:
    """The total is the sum of the four areas where all four are given."""
    areas = [getattr(row, area) for area in ORS_AREAS]
    if None not in areas and abs(sum(areas) - row.ors) > ROUNDING + 1e-9:
        return "ors", "skal være summen af de fire områder i rækken"
    return None


def known_somewhere(row: Any) -> tuple[str, str] | None:
    """A citizen under review is known to at least one centre."""
    if not any(getattr(row, centre) == "ja" for centre in CENTRES):
        return CENTRES[0], "mindst ét af centrene skal kende borgeren; skriv ja ved det"
    return None


SENSE = {
    "service_granted": (ends_after_start, code_of_section),
    "session_scored": (total_of_areas,),
    "activity_registered": (ends_after_start,),
    "review_listed": (known_somewhere,),
}

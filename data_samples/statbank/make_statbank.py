"""Makes statbank.json: a cache of the StatBank's tables in its documented form, with numbers that are plainly invented."""

from itertools import product
from pathlib import Path

from visitation.model import load, shipped
from visitation.statbank.cache import Entry, write_cache
from visitation.statbank.query import read_queries

FILE = Path(__file__).with_name("statbank.json")
FETCHED = "2021-03-09"  # the day of the samples
AREAS = {"000": "Hele landet", "329": "Ringsted", "330": "Slagelse"}
TIMES = [f"{year}K{quarter}" for year in (2019, 2020) for quarter in (1, 2, 3, 4)]
AGES = [str(age) for age in range(18, 65)]
SERVICES = {"85": "Øvrig socialpædagogisk støtte (§ 85)", "82A": "Gruppebaseret hjælp (§ 82 a)", "82B": "Individuel hjælp (§ 82 b)"}
PEOPLE = {"000": 50_000, "329": 400, "330": 1000}  # of every age, in every quarter
PER_THOUSAND = {"85": 8, "82A": 1, "82B": 2}
NOT_GIVEN = ("329", "82A")  # as a cell that the StatBank does not give


def dataset(title: str, dimensions: dict[str, tuple[str, dict[str, str]]], number) -> dict:
    """A reply in JSON-stat; `number` gives the value at the codes of a cell."""
    found = {
        code: {"label": label, "category": {"index": {value: i for i, value in enumerate(values)}, "label": values}}
        for code, (label, values) in dimensions.items()
    }
    sizes = [len(values) for _, values in dimensions.values()]
    cells = [number(*cell) for cell in product(*(values for _, values in dimensions.values()))]
    return {
        "dataset": {
            "label": f"EKSEMPEL, opdigtede tal: {title}",
            "source": "Eksempeldata",
            "updated": f"{FETCHED}T08:00:00Z",
            "dimension": found | {"id": list(dimensions), "size": sizes, "role": {"metric": ["ContentsCode"], "time": ["Tid"]}},
            "value": cells,
        }
    }


def population() -> dict:
    """As many of every age, in every quarter."""
    times = {time: time for time in TIMES}
    dimensions = {
        "OMRÅDE": ("område", AREAS),
        "KØN": ("køn", {"TOT": "I alt"}),
        "ALDER": ("alder", {age: f"{age} år" for age in AGES}),
        "CIVILSTAND": ("civilstand", {"TOT": "I alt"}),
        "ContentsCode": ("Indhold", {"FOLK1A": "Indbyggere"}),
        "Tid": ("tid", times),
    }
    return dataset("indbyggere 18-64 år", dimensions, lambda area, *_: PEOPLE[area])


def services() -> dict:
    """So many of every thousand inhabitants, one more of two thousand each quarter."""
    times = {time: time for time in TIMES}
    dimensions = {
        "OMRÅDE": ("område", AREAS),
        "YDELSE": ("ydelse", SERVICES),
        "ContentsCode": ("Indhold", {"HAND01": "Fuldtidsydelser"}),
        "Tid": ("tid", times),
    }

    def number(area: str, service: str, _: str, time: str) -> float | None:
        if (area, service) == NOT_GIVEN:
            return None
        return PEOPLE[area] * len(AGES) * (PER_THOUSAND[service] + TIMES.index(time) / 2) / 1000

    return dataset("fuldtidsydelser til voksne", dimensions, number)


def entries() -> tuple[Entry, ...]:
    """A reply to every question of every model that comes with the product."""
    made = {"befolkning": population(), "ydelser": services()}
    questions = [(name, query) for name in shipped() for query in read_queries(load(name)).queries]
    return tuple(Entry(name, query.id, query.body, FETCHED, made[query.id], invented=True) for name, query in questions)


if __name__ == "__main__":
    write_cache(FILE, entries())

"""Counts the courses as document 001 counts them, and says how far that is from what it publishes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from files import Row, day_of, model_file
from helps import Help
from story import GRANTED

CLOSE = 0.04  # per cent points: how near the mean progress comes to the published one, which has one decimal
SUPPORT = ("§ 85", "§ 107", "§ 108")


@dataclass(frozen=True)
class Published:
    """What document 001 publishes of the courses, as it stands in the model: the numbers are written down there only."""

    cohorts: tuple[dict, ...]
    whole: dict
    progress: dict
    in_target_group: float
    mixes: dict[str, dict[str, float]]

    @property
    def seen(self) -> date:
        """The day of the counts."""
        return date.fromisoformat(self.whole["seen"])

    @property
    def first(self) -> date:
        """The first day that is counted."""
        return date.fromisoformat(self.whole["first"])

    @property
    def last(self) -> date:
        """The last day that is counted."""
        return date.fromisoformat(self.whole["last"])

    def cohort(self, started: date) -> str:
        """The id of the cohort of that day, "" when it is in none."""
        return next((one["id"] for one in self.cohorts if one["first"] <= started.isoformat() <= one["last"]), "")


def published(name: str) -> Published:
    """What is published of a municipality."""
    told = model_file(name, "outcomes.yaml")["published"]
    mixes = {mix["of"]: {part["id"]: part["percent"] for part in mix["parts"]} for mix in told["mixes"]}
    return Published(tuple(told["started"]), told["completed"], told["progress"], told["in_target_group"]["percent"], mixes)


def stages(told: list[Row]) -> tuple[str, date | None, date | None]:
    """The form in which a course was first started, and the days it was started and completed."""
    start = next((row for row in told if row["Hvad"].startswith("start_")), None)
    done = next((day_of(row["Tidspunkt"]) for row in told if row["Hvad"] == "beskrivelse_sendt"), None)
    return (start["Hvad"], day_of(start["Tidspunkt"]), done) if start else ("", None, None)


def course_count(told: list[Row], known: Published) -> Counter:
    """What a course adds: to the cohort of its start, the starts, their form, those completed, the applications decided and granted."""
    form, started, completed = stages(told)
    found = Counter()
    if started and started <= known.last:
        found.update([known.cohort(started), "started", form])
    if completed and completed <= known.last:
        found["completed"] = 1
    decided = [row for row in told if row["Hvad"] == "afgjort" and day_of(row["Tidspunkt"]) <= known.last]
    return found + Counter(decided=len(decided), granted=sum(row["Note"] == GRANTED for row in decided))


def courses_off(total: Counter, known: Published) -> int:
    """How many starts, completions, starts in a group and grants are too many or too few."""
    groups = round(known.mixes["form"]["gruppe"] * total["started"] / 100)
    granted = round(known.in_target_group * total["decided"] / 100)
    cohorts = sum(abs(total[one["id"]] - one["started"]) for one in known.cohorts)
    whole = abs(total["completed"] - known.whole["completed"])
    return cohorts + whole + abs(total["start_gruppe"] - groups) + abs(total["granted"] - granted)


def support_count(told: list[Row], helped: Iterable[Help], known: Published) -> Counter:
    """What a course adds to those who have support on the day of the counts."""
    _, started, completed = stages(told)
    if not any(one.section in SUPPORT and one.start <= known.seen and (one.end is None or known.seen < one.end) for one in helped):
        return Counter()
    found = Counter([known.cohort(started)] if started and started <= known.last else [])
    return found + Counter(["completed"] if completed and completed <= known.last else [])


def support_off(total: Counter, known: Published) -> int:
    """How many with support are too many or too few."""
    return sum(abs(total[one["id"]] - one["active"]) for one in known.cohorts) + abs(total["completed"] - known.whole["active"])


def score_count(told: list[Row], scores: Iterable[Row], known: Published) -> Counter:
    """What a completed course adds: a registration when it is scored twice, and its progress in per cent of a first score above 0."""
    completed = stages(told)[2]
    ors = [float(row["ors"].replace(",", ".")) for row in scores if day_of(row["day"]) <= known.seen]
    if completed is None or completed > known.last or len(ors) < 2:
        return Counter()
    scored = {"above": 1, "progress": 100 * (ors[-1] - ors[0]) / ors[0]} if ors[0] else {}
    return Counter({"registrations": 1} | scored)


def scores_off(total: Counter, known: Published) -> float:
    """How far registrations and the mean of the percents are from the published; 0 when both are right."""
    mean = total["progress"] / total["above"]
    return abs(total["registrations"] - known.progress["registrations"]) + max(0, abs(mean - known.progress["percent"]) - CLOSE)

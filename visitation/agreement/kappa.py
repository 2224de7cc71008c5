"""Agreement per question over several invented cases: counts, the share that said the same, and Fleiss' kappa."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from visitation.errors import VisitationError, allowed
from visitation.model import Input, Table

UNCLEAR = ""  # what an answer of None is counted under; "uafklaret" is an answer like the others here
LOPSIDED = 0.8  # of all answers in all cases are one and the same: what is left to agree on is so little that kappa is low
LOW = 0.4

# One sheet per participant for every vignette that was taken, participants in the same order: answers by question,
# None for "uafklaret", a question left out was not answered.
Sheets = Mapping[str, Sequence[Mapping[str, str | None]]]
Undefined = Literal["raters", "vignettes", "one_answer"]
Row = tuple[str, ...]


@dataclass(frozen=True)
class Spread:
    """The answers to one question in one vignette: how many gave each, in the table's order, UNCLEAR last."""

    counts: dict[str, int]

    @property
    def n(self) -> int:
        """How many answered."""
        return sum(self.counts.values())

    @property
    def most(self) -> int:
        """How many gave the most common answer."""
        return max(self.counts.values())


@dataclass(frozen=True)
class QuestionAgreement:
    """How alike a question was answered. `raters` answered it in every vignette, and kappa is about them alone;
    without a kappa `undefined` says what it lacks. `without_one` is the lowest and highest kappa with one vignette left out."""

    question: str
    spreads: dict[str, Spread]
    raters: int
    kappa: float | None
    undefined: Undefined | None
    without_one: tuple[float, float] | None

    @property
    def n(self) -> int:
        """How many answers were given in all."""
        return sum(spread.n for spread in self.spreads.values())

    @property
    def alike(self) -> int:
        """How many of them were the most common answer of their vignette."""
        return sum(spread.most for spread in self.spreads.values())

    @property
    def lopsided(self) -> bool:
        """Whether kappa is low because nearly every answer in every vignette was the same one, not because people disagree."""
        given = sum((Counter(spread.counts) for spread in self.spreads.values()), Counter())
        return self.kappa is not None and self.kappa < LOW and max(given.values()) >= LOPSIDED * self.n


def agreement(sheets: Sheets, table: Table) -> list[QuestionAgreement]:
    """The agreement on every question, in the table's order; VisitationError names an unknown question or answer."""
    _refuse_unknown(sheets, table)
    return [_agreement(sheets, question) for question in table.inputs]


def _refuse_unknown(sheets: Sheets, table: Table) -> None:
    answers = {question.id: [answer.id for answer in question.answers] for question in table.inputs}
    for question, answer in chain.from_iterable(sheet.items() for each in sheets.values() for sheet in each):
        if question not in answers:
            raise VisitationError(f"{table.id}: ukendt spørgsmål '{question}'; tilladt er {allowed(answers)}")
        if answer is not None and answer not in answers[question]:
            raise VisitationError(f"{table.id}: ukendt svar '{answer}' på '{question}'; tilladt er {allowed(answers[question])}")


def _agreement(sheets: Sheets, question: Input) -> QuestionAgreement:
    rows = list(_complete(sheets, question.id))
    subjects = [_counts(question, answers) for answers in zip(*rows, strict=True)]
    undefined = _undefined(len(sheets), rows)
    return QuestionAgreement(
        question=question.id,
        spreads={name: Spread(_counts(question, _given(each, question.id))) for name, each in sheets.items()},
        raters=len(rows),
        kappa=None if undefined else _fleiss(subjects),
        undefined=undefined,
        without_one=None if undefined else _without_one(subjects, rows),
    )


def _given(sheets: Sequence[Mapping[str, str | None]], question: str) -> list[str]:
    return [sheet[question] or UNCLEAR for sheet in sheets if question in sheet]


def _complete(sheets: Sheets, question: str) -> Iterator[Row]:
    """The answers of each participant who answered the question in every vignette: Fleiss asks for equally many each time."""
    for i in range(max((len(each) for each in sheets.values()), default=0)):
        given = [each[i] for each in sheets.values() if i < len(each) and question in each[i]]
        if len(given) == len(sheets):
            yield tuple(sheet[question] or UNCLEAR for sheet in given)


def _counts(question: Input, answers: Sequence[str]) -> dict[str, int]:
    return {answer: list(answers).count(answer) for answer in (*(answer.id for answer in question.answers), UNCLEAR)}


def _undefined(vignettes: int, rows: list[Row]) -> Undefined | None:
    """What kappa lacks; with one vignette it is -1 divided by one less than the raters, whatever they disagree on."""
    if vignettes < 2:
        return "vignettes"
    if len(rows) < 2:
        return "raters"
    return "one_answer" if len(set(chain.from_iterable(rows))) == 1 else None


def _without_one(subjects: list[dict[str, int]], rows: list[Row]) -> tuple[float, float] | None:
    """A few cases are too few for a confidence interval; this shows how much hangs on a single one of them."""
    fewer = [(subjects[:i] + subjects[i + 1 :], [row[:i] + row[i + 1 :] for row in rows]) for i in range(len(subjects))]
    if any(_undefined(len(left), kept) for left, kept in fewer):
        return None
    found = [_fleiss(left) for left, _ in fewer]
    return min(found), max(found)


def _fleiss(subjects: list[dict[str, int]]) -> float:
    from statsmodels.stats.inter_rater import fleiss_kappa  # takes most of a second, and a dashboard may never ask

    return float(fleiss_kappa([list(counts.values()) for counts in subjects]))

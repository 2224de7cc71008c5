"""Which law a letter stands on, and what in it the municipality's lawyer has not approved yet."""

from collections.abc import Iterator

from visitation.errors import VisitationError
from visitation.model import Guard, Model, Step

LAW = {"afslutningsbrev_82": "SEL § 82", "afslutningsbrev_85": "SEL § 85", "afslagsbrev": "SEL § 85"}  # how its law begins
APPEALS = {*LAW, "henvisningsbrev", "afslutningsbrev_uden_kontakt"}  # letters that say whether one can appeal
GUARDS = {"nej": "klagetekst_82", "ja": "klagevejledning_85"}  # which guard of a model watches over those words
ON_CLOSING = "klagetekst_afslutning"  # watches over the words on § 82 at the end of a course


def step_of(model: Model, template_id: str) -> Step | None:
    """The step of the ladder that a letter about a certain provision stands on; None for every other document.

    VisitationError when the ladder has no such step."""
    if template_id not in LAW:
        return None
    steps = [step for step in model.ladder.steps if any(law.startswith(LAW[template_id]) for law in step.law)]
    if not steps:
        raise VisitationError(f"{model.head.id}: {template_id} kræver et trin efter {LAW[template_id]} i ladder.yaml")
    return steps[0]


def awaiting(model: Model, template_id: str, appeal: str) -> tuple[str, ...]:
    """One sentence for each part of the letter's words on appeal that awaits the lawyer; none where it says nothing of a right."""
    if template_id not in APPEALS or appeal not in GUARDS:
        return ()
    return tuple(_sentences(model, _watching(template_id, appeal), {guard.id: guard for guard in model.guards.guards}))


def _watching(template_id: str, appeal: str) -> list[str]:
    closing = template_id.startswith("afslutningsbrev") and appeal == "nej"
    return [GUARDS[appeal], *([ON_CLOSING] if closing else [])]


def _sentences(model: Model, watching: list[str], guards: dict[str, Guard]) -> Iterator[str]:
    if watching[0] not in guards:
        yield f"Modellen har intet værn {watching[0]}, så ordene om klage er ikke godkendt."
    for guard in (guards[name] for name in watching if name in guards):
        if guard.awaiting_lawyer:
            yield f"{guard.label.da}: {guard.reason.da}{_disputed(model, guard)}"


def _disputed(model: Model, guard: Guard) -> str:
    found = [one.id for one in model.contradictions.contradictions if guard.id in one.where]
    return f" (modstrid {', '.join(found)})" if found else ""

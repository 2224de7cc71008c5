"""What all peers ask and show: six questions, a ladder of five steps, and how many stand on each."""

QUESTIONS = {
    "Støttebehov": ["intet", "let", "moderat", "omfattende"],
    "Formål": ["træning", "læring", "problemløsning", "kompensation"],
    "Ønsker gruppe": ["ja", "nej"],
    "Netværk": ["bærende", "spinkelt", "intet"],
    "Hastesag": ["nej", "ja"],
    "Samtykke": ["ja", "nej"],
}
STEPS = ["åbent tilbud", "gruppe (§ 82 a)", "individuel (§ 82 b)", "støtte (§ 85)", "bofællesskab"]
STANDING = [310, 190, 120, 240, 40]


def step(answers: dict[str, str]) -> int:
    """Which step the answers lead to."""
    points = sum(QUESTIONS[question].index(answer) for question, answer in answers.items())
    return min(points, len(STEPS) - 1)


def rows(reached: int) -> dict[str, list]:
    """The chart's columns; the step that was reached holds one more."""
    here = [place == reached for place in range(len(STEPS))]
    return {"trin": STEPS, "antal": [count + one for count, one in zip(STANDING, here, strict=True)], "nu": here}


def ladder(reached: int) -> str:
    """The ladder in Markdown, with the step that was reached in bold."""
    return "\n".join(f"{place}. **{name}**" if place == reached + 1 else f"{place}. {name}" for place, name in enumerate(STEPS, 1))

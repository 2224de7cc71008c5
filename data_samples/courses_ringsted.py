"""What became of Ringsted's invented courses. Nothing is published: every share and interval is an assumption."""

from datetime import timedelta

from story import CLOSING, GRANTED, REFUSED, STOPS, Story

BANDS = ("10-30 minutter om ugen", "½-2 timer om ugen", "½-2 timer om ugen", "2-3 timer om ugen", "over 3 timer om ugen")
PAPERS = ("journalnotat", "advis")


def p82(story: Story) -> None:
    """Ringsted, a course under § 82 a/b from the referral on (document 004, steps 2-6)."""
    story.owe(("sagsaabning", "journalnotat", "samtykke", "advis", "oplys_14_dage"))
    _offer(story)


def _offer(story: Story) -> None:
    story.wait(*((2, 7) if story.chance(92) else (11, 18)))
    story.move("samtale_tilbudt")
    story.wait(2, 10)
    if story.chance(3):
        story.move("ikke_truffet", note="Mødte ikke op til to samtaler.")
        return _authority(story)
    outcome = story.rng.choices(("opstart_C", "opstart_A", "opstart_B", "opstart_A_uenig"), (78, 12, 7, 3))[0]
    extra = {"opstart_C": "opret_ydelse", "opstart_A": "afslut_sag", "opstart_B": "hjaelp_til_ansoegning"}
    story.move(outcome, (*PAPERS, *([extra[outcome]] if outcome in extra else [])))
    if outcome == "opstart_C":
        return _support(story)
    return None if outcome == "opstart_A" else _authority(story)


def _authority(story: Story) -> None:
    """The meeting looks at the case again, before there is any support."""
    story.meeting()
    if story.chance(15):
        story.move("proev_igen")
        return _offer(story)
    if story.chance(60):
        return story.move("myndighed_afgjort", note=GRANTED)
    return story.move("myndighed_afslutter", note=REFUSED)


def _support(story: Story) -> None:
    """Up to six months, with the way-forward talk after about four."""
    story.wait(3, 12)
    story.move("opstart")
    began = story.day
    if story.chance(9):
        story.wait(15, 90)
        story.move("borger_stopper", ("advis",), story.rng.choice(STOPS))
        return _close(story)
    story.until(began + timedelta(days=story.rng.randint(102, 121)))
    story.move("samtale_holdt", ("statusnotat", "advis"))
    story.wait(*((1, 10) if story.chance(90) else (34, 50)))
    return _way_forward(story)


def _way_forward(story: Story) -> None:
    outcome = story.rng.choices("ABCD", (36, 20, 35, 9))[0]
    story.move(f"vejen_videre_{outcome}")
    if outcome in "AB":
        return _close(story)
    if outcome == "C":
        if story.chance(12):
            story.wait(20, 120)
            story.move("borger_stopper", ("advis",), story.rng.choice(STOPS))
            return _close(story)
        return None
    story.meeting()
    return story.move(
        *(("myndighed_afgjort", (), GRANTED) if story.chance(70) else ("tilbage_i_gruppe", (), "Gruppen er stadig den rette hjælp."))
    )


def _close(story: Story) -> None:
    story.wait(*((1, 12) if story.chance(97) else (20, 30)))
    story.move("sag_afsluttet")
    if story.chance(4):
        story.wait(25, 80)
        story.move("genaabn")
        _offer(story)


def p85(story: Story) -> None:
    """A § 85 course from the application on."""
    story.wait(1, 6)
    story.move("udredning_begyndt")
    story.wait(*((14, 27) if story.chance(97) else (36, 50)))
    if story.chance(18):
        return story.move("afslaaet", ("afslagsbrev",), REFUSED)
    story.move("bevilget", (), story.rng.choice(BANDS))
    story.wait(1, 6)
    story.move("bestilt")
    story.wait(3, 13)
    story.move("moede_holdt")
    story.wait(165, 181)
    story.move("opfoelgning_begyndt", ("statusnotat",))
    if story.chance(65):
        story.wait(1, 3)
        return story.move("fortsaetter")
    story.meeting()
    if story.chance(40):
        return story.move("ophoerer", CLOSING, "Borgeren klarer sig nu selv.")
    return story.move(*(("aendret", (), story.rng.choice(BANDS)) if story.chance(60) else ("fortsaetter",)))

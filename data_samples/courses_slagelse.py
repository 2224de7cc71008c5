"""What became of Slagelse's invented courses. No share and no interval is published unless a comment says so."""

from collections.abc import Callable
from datetime import date, timedelta

from story import CLOSING, GRANTED, REFUSED, STOPS, Story

HEARD = (
    "Talt i telefon; borgeren vil gerne høre mere.",
    "Borgeren ringede tilbage og fortalte selv.",
    "Talt med borgeren og en pårørende.",
)
CHOSEN = ("Har selv valgt tovholder og to læringsforløb.", "Har valgt tovholder; begynder med at øve bussen.")
AGAIN = "Prøv igen; en samarbejdspartner siger, at borgeren er hjemme om aftenen."
GIVEN_UP = "Alt er forsøgt i 14 dage; borgeren får brev om, at døren står åben."
NETWORK = "Borgeren overvejer at søge mere støtte."
VOICE = ("RING", "KONTAKTTRAPPE")
HARD, EASY = (48, 40, 35, 30, 30, 25), (60, 50, 50, 60, 60, 60)  # per cent reached by call, call, call, e-Boks, letter, partner


def fokus(story: Story) -> None:
    """Slagelse, FOKUS from the referral on (document 001, Borgerens vej i FOKUS)."""
    story.owe(("henvisningsbrev",))
    story.wait(1, 2)
    story.move("modtaget")
    _search(story, HARD)


def _search(story: Story, chances: tuple[int, ...]) -> None:
    """The search for contact before a course; without it the meeting tries again or closes the case."""
    if _contact(story, chances):
        return _invited(story)
    story.move("ingen_kontakt")
    story.meeting()
    if story.chance(40):
        story.move("proev_igen", (), AGAIN)
        return _search(story, EASY)
    story.move("luk_uden_kontakt", CLOSING, GIVEN_UP)
    if story.chance(30):
        story.wait(15, 60)
        story.move("genaabn")
        _search(story, EASY)
    return None


def _contact(story: Story, chances: tuple[int, ...]) -> bool:
    """The contact protocol, way by way; whether the citizen is reached."""
    story.wait(*((0, 4) if story.chance(92) else (7, 10)))
    first, answer = story.day, story.day
    for number, per_cent in enumerate(chances):
        reached = story.chance(per_cent)
        if number < 3:
            story.tried("opkald", "kontakt" if reached else "intet_svar", hour=(9, 13)[number % 2])
            if not reached:
                story.tried("sms", "sendt")
        elif number == 3:
            answer = story.day + timedelta(days=5)
            story.tried("eboks", "sendt", answer)
        else:
            way, said = ("brev", "i_postkassen") if number == 4 else ("partner", "kontaktet")
            story.tried(way, "kontakt" if reached else said)
        if reached:
            story.wait(0, 1)
            return True
        story.until(max(answer, story.day) + timedelta(days=1 + (number < 2 and story.rng.randrange(2))))
    story.until(max(story.day, first + timedelta(days=story.rng.randint(12, 14))))
    return False


def _invited(story: Story) -> None:
    story.move("inviteret")
    story.wait(*story.queue)
    if story.chance(12):
        story.move("udeblevet")
        story.wait(*((1, 1) if story.chance(93) else (4, 7)))
        story.move("fulgt_op")
        story.wait(2, 8)
    form = story.rng.choices(("gruppe", "alternativ", "hjemme"), (60, 28, 12))[0]  # 60 per cent in groups: document 001, Tilbuddets omfang
    story.move(f"start_{form}")
    _course(story, story.day)


def _course(story: Story, began: date) -> None:
    if story.chance(5):
        story.wait(8, 22)
        return _stops(story)
    story.until(began + timedelta(days=story.rng.randint(23, 26)))
    story.move("intro_slut", (), story.rng.choice(CHOSEN))
    story.until(began + timedelta(days=story.rng.randint(35, 50)))
    if story.chance(7):
        story.move("netvaerksmoede", ("henvendelse_chp", "netvaerksmoede"), NETWORK)
    if story.chance(6):
        return _stops(story)
    if story.chance(8) and not _lost(story):
        return None
    story.until(began + timedelta(days=story.rng.randint(68, 73)))
    story.move("beskrivelse_begyndt")
    story.until(began + timedelta(days=story.rng.randint(74, 80) if story.chance(88) else story.rng.randint(86, 98)))
    story.move("beskrivelse_sendt")
    return _described(story, began)


def _stops(story: Story) -> None:
    story.move("borger_stopper", CLOSING, story.rng.choice(STOPS))


def _lost(story: Story) -> bool:
    """Contact is lost in the course; whether it is found again."""
    story.move("kontakt_tabt")
    if _contact(story, EASY):
        story.move("tilbage_i_laering")
        return True
    story.move("ingen_kontakt")
    story.meeting()
    story.move("luk_uden_kontakt", CLOSING, GIVEN_UP)
    return False


def _described(story: Story, began: date) -> None:
    """The meeting reads the description: on one's own, or a talk about more."""
    story.meeting()
    if story.chance(62):
        return story.move("egne_ben", CLOSING)
    if story.chance(75):
        story.move("moede_aftalt")
        story.wait(4, 11)
        if story.chance(20):
            return story.move("egne_ben", CLOSING)
    story.move("ansoeger")
    story.applied("§ 85")
    story.until(max(story.day, began + timedelta(days=story.rng.randint(98, 110))))
    story.move("forloeb_slut")
    story.wait(*((7, 24) if story.chance(94) else (50, 60)))
    # About half of those who still want § 85 are found within its target group: document 001, Målgrupper og henvisningsårsag.
    granted = story.chance(50)
    story.move("afgjort", (), GRANTED if granted else REFUSED)
    return story.answered("§ 85", GRANTED if granted else REFUSED)


def voice(decisions: list[tuple[date, str]]) -> Callable[[Story], None]:
    """The citizen's voice, told between the meetings that looked at the case: each decision's day and outcome, from the first call on."""

    def tell(story: Story) -> None:
        ends = [outcome for _, outcome in decisions[1:]] + ["?"]
        for (day, outcome), after in zip(decisions, ends, strict=True):
            if outcome not in VOICE:
                return
            story.until(day)
            heard = after not in (*VOICE, "VEJLED") and (after != "?" or story.chance(60))
            if outcome == "RING":
                _ring(story, heard)
            else:
                _ask_around(story, heard)

    return tell


def _ring(story: Story, heard: bool) -> None:
    for _ in range(story.rng.randrange(2) if heard else 2):
        story.wait(1, 2)
        story.move("ringet_forgaeves")
    if heard:
        story.wait(1, 1)
        story.move("talt_med_borgeren", (), story.rng.choice(HEARD))


def _ask_around(story: Story, heard: bool) -> None:
    if any(row[4] == "til_moedet" for row in story.rows):
        story.move("proev_igen", (), AGAIN)
    story.wait(1, 1)
    story.move("spoerg_andre")
    story.wait(2, 4)
    story.move("send_brev")
    story.wait(3, 5)
    if heard:
        story.move("talt_med_borgeren", (), story.rng.choice(HEARD))
    else:
        story.move("til_moedet")

"""Who the invented citizens are: shares of channels, ages and needs, and a way of drawing that follows them."""

from random import Random

CITIZEN, PROFESSIONAL = "borger eller pårørende", "fagprofessionel"
HANDOVER = "overdragelse ung til voksen"

# Published (document 001): 20/80 and the five channels in Henvisningspraksis hos CHP Myndighed, 81/10/9 in Målgrupper
# og henvisningsårsag, where it is the mix of those referred. All other shares (per cent) are assumptions.
SENDER = {CITIZEN: 20, PROFESSIONAL: 80}
TARGET = {"psykisk": 81, "fysisk": 10, "socialt problem": 9}
CHANNEL = {
    CITIZEN: {"telefon": 55, "mail": 30, "fremskudt sagsbehandling": 15},
    PROFESSIONAL: {"telefon": 24, "mail": 44, "fremskudt sagsbehandling": 10, "reham-møde": 13, HANDOVER: 9},
}
AGE = {"under 18": 1, "18-29": 31, "30-49": 38, "50-65": 26, "over 65": 4}
AGE_AT_HANDOVER = {"under 18": 20, "18-29": 80}
SUPPORT = {"Ingen": 70, "§ 85": 18, "Anden": 12}
CONSENT = {CITIZEN: {"Ja": 90, "Ukendt": 8, "Nej": 2}, PROFESSIONAL: {"Ja": 68, "": 26, "Nej": 6}}
WORDS = {CITIZEN: 95, PROFESSIONAL: 50}  # how many enquiries hold the citizen's own words

SECTION = {
    "kompensation": {"§ 85": 50, "": 50},
    "laengere": {"§ 85": 50, "": 50},
    "mere": {"§ 85": 50, "": 50},
    "bofaellesskab": {"§ 85": 40, "": 60},
    "botilbud": {"§ 107/108": 60, "": 40},
    "p82": {"§ 82": 12, "§ 85": 20, "": 68},
    "fokus": {"§ 82": 12, "§ 85": 20, "": 68},
    "anden": {"§ 85": 18, "§ 107/108": 8, "": 74},
}
OTHER_SECTION = {"§ 85": 12, "": 88}

THEMES = {
    "psykisk": ["ud", "hverdag", "hjem", "penge", "faellesskab", "arbejde", "ro", "naere"],
    "fysisk": ["krop", "krop", "hjem", "ud"],
    "socialt problem": ["penge", "bolig", "faellesskab", "arbejde", "naere"],
}
STORY_THEME = {"bofaellesskab": "taet_paa", "botilbud": "taet_paa", "vil_ikke": "nej_tak"}
LESS_SUPPORT = 0.25  # of those who have support today


def weighted(rng: Random, shares: dict[str, int]) -> str:
    """One key, as likely as its share."""
    return rng.choices(list(shares), list(shares.values()))[0]


def spread(rng: Random, shares: dict[str, int], count: int) -> list[str]:
    """`count` keys in a random order whose numbers follow the shares exactly, but for rounding."""
    total, bounds = sum(shares.values()), [0]
    for share in shares.values():
        bounds.append(bounds[-1] + share)
    cut = [round(bound * count / total) for bound in bounds]
    keys = [key for i, key in enumerate(shares) for _ in range(cut[i + 1] - cut[i])]
    return rng.sample(keys, count)


class Voices:
    """Draws what citizens ask for and say; no text of a theme comes again before all have come."""

    def __init__(self, rng: Random, themes: dict):
        self.rng, self.themes, self.left = rng, themes, {}

    def draw(self, theme: str, what: str) -> str:
        """The next text: `what` is "asks" or "words"."""
        if not self.left.get((theme, what)):
            self.left[theme, what] = self.rng.sample(self.themes[theme][what], len(self.themes[theme][what]))
        return self.left[theme, what].pop()


def enquiry(rng: Random, voices: Voices, sender: str, target: str, story: str) -> list[str]:
    """An enquiry's cells from Kanal to Samtykke."""
    channel = weighted(rng, CHANNEL[sender])
    age = weighted(rng, AGE_AT_HANDOVER if channel == HANDOVER else AGE)
    support = weighted(rng, SUPPORT)
    theme = _theme(rng, channel, target, story, support)
    words = voices.draw(theme, "words") if rng.random() * 100 < WORDS[sender] else ""
    section = weighted(rng, SECTION.get(story, OTHER_SECTION))
    consent = weighted(rng, CONSENT[sender])
    return [channel, sender, age, target, words, voices.draw(theme, "asks"), section, support, consent]


def _theme(rng: Random, channel: str, target: str, story: str, support: str) -> str:
    if story in STORY_THEME:
        return STORY_THEME[story]
    if channel == HANDOVER:
        return "ung"
    return "selv" if support != "Ingen" and rng.random() < LESS_SUPPORT else rng.choice(THEMES[target])

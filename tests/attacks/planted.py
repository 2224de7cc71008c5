"""Invented people planted in a register, and a search for them in what leaves it, however it is written.

Names the gate lets through: nobody can tell a name from a word. They may stand in a case, and nowhere else. CPR numbers it keeps out;
`behind_the_gate` puts them there all the same, as somebody could who writes to the database, so that a second line is tried as well."""

import base64
import quopri
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from html.entities import codepoint2name
from urllib.parse import quote, quote_plus

import sqlalchemy as sa

from tests import published
from tests.reviews import listed_register, rated
from tests.running import Running
from visitation.guideposts.notes import DONE, Entry, write
from visitation.guideposts.read import read_guideposts
from visitation.model import load
from visitation.overlap.citizen import Answers, Rater
from visitation.register.events import canonical
from visitation.register.store import Register, open_register

MODEL = "slagelse"
CASES, COURSES, LISTED = 60, 30, 6
GIVEN = ("Åsgerd", "Bjørnulf", "Cæcilius", "Dagrun", "Ebbesine")
FAMILY = ("Ærøskvist", "Blåmunkedal", "Crammeholt", "Dønnisgård", "Egebakshøj", "Fjeldmarksen")
NAMES = tuple(f"{given} {family}" for given in GIVEN for family in FAMILY)
WITNESSES = ("Gudmundine Hvidsømose", "Ivaringe Krondyrløkke")  # stand in notes at guideposts, which are there to be read
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９")
GAPS = ("-", "", " ", " - ", ".", "–", "\N{NO-BREAK SPACE}")
PLAIN = tuple(f"{day:02d}0{month}{70 + day}{1000 + 37 * day}" for month in (1, 2) for day in range(1, 16))
RATER, RATED = Rater("bedømmer 1"), Answers("type1", note=f"Bor hos {NAMES[0]}.")


def _written(number: str, at: int) -> str:
    """A number as people write it: with one gap or another, in one script or another."""
    digits, gap = DIGITS[at % len(DIGITS)], GAPS[at % len(GAPS)]
    return (number[:6] + gap + number[6:]).translate(str.maketrans(DIGITS[0], digits))


NUMBERS = tuple(_written(number, at) for at, number in enumerate(PLAIN))
DASHED = tuple(f"{number[:6]}-{number[6:]}" for number in PLAIN)
SECRETS = tuple(dict.fromkeys((*NAMES, *FAMILY, *WITNESSES, *NUMBERS, *PLAIN, *DASHED)))


def forms(secret: str) -> set[bytes]:
    """A text as it can stand in a file: raw, escaped for HTML, JSON, addresses and mail, in hexadecimal and UTF-16.

    ASCII letters are small ones, as in the content that is searched; other letters stand as they are, small and great."""
    return {form.lower() for cased in {secret, secret.lower(), secret.upper()} for form in _forms(cased)}


def _forms(secret: str) -> set[bytes]:
    entities = (codepoint2name, {}, {ord(one): f"#x{ord(one):x}" for one in secret if ord(one) > 127})
    texts = {"".join(f"&{names[ord(one)]};" if ord(one) in names else one for one in secret) for names in entities}
    texts |= {quote(secret), quote_plus(secret), quote(secret, encoding="latin-1", errors="replace"), canonical(secret).strip('"')}
    escaped_twice = canonical(canonical(secret)).strip('"\\')
    raw = {secret.encode(code, "xmlcharrefreplace") for code in ("utf-8", "cp1252", "ascii", "utf-16-le", "utf-16-be")}
    mailed = quopri.encodestring(secret.encode()).rstrip(b"=\n")
    return {*raw, *(text.encode() for text in (*texts, escaped_twice, secret.encode().hex())), mailed}


def coded(secret: str) -> set[bytes]:
    """A text as part of something in base64, wherever in it it begins."""
    starts = [b"x" * shift + secret.encode(code) for code in ("utf-8", "utf-16-le") for shift in range(3)]
    middles = {base64.b64encode(text)[4 if shift % 3 else 0 : -4] for shift, text in enumerate(starts)}
    return middles | {middle.translate(bytes.maketrans(b"+/", b"-_")) for middle in middles}


KNOWN = {secret: (forms(secret), coded(secret)) for secret in SECRETS}


def found(content: str | bytes, secrets: Iterable[str] = SECRETS) -> list[str]:
    """The planted texts that stand in a content in any form."""
    raw = content.encode() if isinstance(content, str) else content
    low = raw.lower()
    return [secret for secret in secrets if any(one in low for one in KNOWN[secret][0]) or any(one in raw for one in KNOWN[secret][1])]


def plant(url: str) -> None:
    """Makes a register with names wherever somebody can write: in cases, courses, drafts, a review, and notes at guideposts."""
    store = published.register(url, CASES, MODEL, words=[f"Jeg hedder {name}." for name in NAMES])
    for at, name in enumerate(NAMES):
        reference = f"EKS-P-{at:04d}"
        store.save_draft(published.TODAY, MODEL, reference, {"answers": {}, "deviation": f"Mor er {name}."}, "2021-03-09T08:00:00")
    store.close()
    _courses(Running(url, MODEL))
    store = listed_register(url, LISTED)
    rated(store, LISTED, RATER, RATED)
    _guideposts(store)
    store.close()


def _courses(running: Running) -> None:
    """Courses whose moves have notes about people."""
    for at in range(COURSES):
        enquiry = {"words": f"Spørg {NAMES[at]}.", "asks_for": f"tid hos {NAMES[-at]}", "age_group": ("18-29", "30-49")[at % 2]}
        reference = running.begin(500 + at, 60 + 5 * at, **enquiry)
        running.go(reference, "modtaget", "inviteret", "start_gruppe", days_ago=50 + 5 * at, note=f"Aftalt med {NAMES[at]}.")
    running.register.close()


def _guideposts(store: Register) -> None:
    read = read_guideposts(load(MODEL))
    for name in WITNESSES:
        entry = Entry(DONE, f"{name} fortalte det.", date(2021, 1, 5), "virksomheder", "lokale_planer", 4.0)
        write(store, read, MODEL, "P1.2", entry, datetime(2021, 1, 6, 9))


def behind_the_gate(url: str) -> None:
    """Puts a number behind every name in the register's own tables, past everything that would refuse it."""
    store = open_register(url, make=False)
    with store.engine.begin() as connection:
        for trigger in connection.scalars(sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        for name, number in zip(NAMES, NUMBERS, strict=True):
            stored = canonical(name).strip('"')
            change = sa.text("UPDATE events SET data = replace(data, :name, :both)")
            connection.execute(change, {"name": stored, "both": f"{stored}, {number}"})
    store.close()


def finished(url: str) -> None:
    """Makes a register in which everything about a citizen is over: decided with reasons that hold names, or rated with such a note."""
    store = published.register(url, CASES, MODEL, words=[f"Jeg hedder {name}." for name in NAMES])
    for number in range(0, CASES, 2):
        day = date(2020, 11, 1) + timedelta(days=2 * number)
        published.decide(store, f"EKS-P-{number:04d}", 1, "aabent", day, f"Kender {NAMES[number % len(NAMES)]}.")
    store.close()
    store = listed_register(url, LISTED)
    rated(store, LISTED, RATER, RATED)
    store.close()

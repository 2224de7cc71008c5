"""The draft of the accessibility statement (webtilgængelighedsloven; EN 301 549, WCAG 2.1 AA): what was tested, and what was not."""

from widgets.published.frame import full, top
from widgets.published.part import Part, heading, joined, listed, paragraph
from widgets.published.public import Public


def opening(public: Public) -> Part:
    """The heading and the page in a few short sentences."""
    _ = public.say
    return top(
        public,
        "tilgaengelighed",
        _("Tilgængelighedserklæring, kladde"),
        _("Siderne er lavet, så alle kan bruge dem: på telefon, på papir og med skærmlæser."),
        _("Dette er en kladde. Kommunen skal selv gennemgå siderne og indberette erklæringen, før den gælder."),
    )


def statement(public: Public) -> Part:
    """The statement."""
    _ = public.say
    place = {"place": public.model.head.label.in_(public.lang), "day": full(public.day, public.lang)}
    return joined((
        heading(_("Hvad erklæringen handler om")),
        paragraph(_("Siderne om hjælp til voksne i %(place)s, lavet %(day)s. Kravene er EN 301 549 og WCAG 2.1, A og AA.") % place),
        heading(_("Hvad er efterprøvet")),
        listed((
            _("Alle sider er efterprøvet med axe-core på dansk og engelsk, på en telefon (390 px) og ved 400 % forstørrelse, uden fejl."),
            _("Alt kan nås med tastaturet, og man kan se, hvor man er."),
            _("Hver tegning har en sætning, en tabel og en fil med de samme tal."),
            _("Intet vises alene ved farve. Siderne kan skrives ud i sort-hvid."),
            _("Siderne har ingen scripts og ingen cookies, og de henter intet fra andre steder."),
        )),
        heading(_("Hvad er ikke efterprøvet")),
        listed((
            _("Ingen bruger af skærmlæser har gennemgået siderne endnu."),
            _("CSV-filerne er rene tabeller og er ikke efterprøvet."),
        )),
        *_contact(public),
    ))  # fmt: skip


def _contact(public: Public) -> tuple[Part, ...]:
    _ = public.say
    contact = public.settings.contact
    whom = (
        _("Skriv til %(mail)s, eller ring til %(unit)s på %(phone)s.")
        % {"mail": contact.mail, "unit": contact.unit.in_(public.lang), "phone": contact.phone}
        if contact
        else _("Kommunen skal her skrive en mailadresse og et telefonnummer, før siderne lægges på nettet.")
    )
    return (
        heading(_("Fandt du en fejl?")),
        paragraph(whom),
        paragraph(_("Er du ikke tilfreds med svaret, kan du klage til Digitaliseringsstyrelsen, som fører tilsyn med loven.")),
    )

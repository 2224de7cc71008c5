"""The page about the numbers: how they were made, what they protect against and what not, what was revised, and the raw files."""

from html import escape

from visitation.disclosure import method as rounding
from visitation.publishing.folder import DATA, TABLES
from widgets.published.frame import full, period, top
from widgets.published.part import Marked, Part, download, facts_of, fold, heading, joined, listed, paragraph, table
from widgets.published.public import Public


def opening(public: Public) -> Part:
    """The heading and the page in a few short sentences."""
    _ = public.say
    return top(
        public,
        "metode",
        _("Sådan er tallene lavet"),
        _("Tallene er rundet af, så ingen borger kan kendes."),
        _("Hver måned rundes af én gang og ændres ikke bagefter, uden at det står her."),
        _("Alle tal på siderne kommer fra de tabeller, der kan hentes her."),
    )


def rounded(public: Public) -> Part:
    """The rounding, and against whom it protects."""
    _ = public.say
    return joined((
        heading(_("Afrunding")),
        paragraph(rounding(public.lang)),
        paragraph(_("Ved hver sum står, hvor langt den højst kan være fra det rigtige antal. En procent er regnet af afrundede antal; "
                    "derfor står der, hvad den kan ligge imellem.")),
        paragraph(_("Penge er antal gange takst. Der lægges aldrig enkelte borgeres udgifter sammen.")),
        heading(_("Hvad beskytter det ikke imod?")),
        listed((
            _("Den, der ved, at en bestemt borger er talt med, kender én af dem, der er talt, og ved dermed lidt mere end andre."),
            _("Den, der kender alle i et lille antal, får intet nyt at vide, men kan regne efter."),
            _("Den, der kender måden at runde af på, kan holde nogle antal for mere sandsynlige end andre."),
            _("Den, der får fat i kommunens hemmelige nøgle, kan regne afrundingen om. Nøglen ligger ikke på nettet."),
            _("De tre tabeller handler om nogle af de samme borgere. De er rundet af hver for sig og tæller ikke det samme, så den ene kan "
              "ikke trækkes fra den anden; men den, der har dem alle, ved lidt mere end den, der har én."),
        )),
        paragraph(_("Ingen offentliggørelse er helt uden risiko. Derfor loves det kun, der står her.")),
    ))  # fmt: skip


def tables(public: Public) -> Part:
    """What is counted, and what the words of the files mean."""
    _ = public.say
    told = {
        "trin": _(
            "Hvor mange der stod hvor ved månedens udgang: kommune, trin, målgruppe og aldersgruppe. "
            "Den, hvis hjælp er slut, tælles ikke."
        ),
        "kriterier": _("Hvor mange resultater der var kendt ved månedens udgang, siden registret begyndte: kommune, mål og resultat."),
        "loefter": _(
            "Hvor mange løfter der var nået deres dag ved månedens udgang, siden registret begyndte: kommune, løfte, om det blev holdt, "
            "og hvor lang tid det tog."
        ),
        "kort, lang": _(
            "Af holdte løfter: højst den halve tid, eller mere. Af brudte: højst den dobbelte tid, eller mere; "
            "det, der ikke er sket endnu, regnes med til dags dato."
        ),
        "ved_siden": _("Besluttet, men ikke på et trin."),
        "uafgjort": _("Venter på mødets første beslutning."),
        "hoejst_fra": _("Så langt kan antallet højst være fra det rigtige."),
    }
    return joined((heading(_("Tabellerne")), facts_of(told)))


def revisions(public: Public) -> Part:
    """What has been revised after it was published."""
    _, lang = public.say, public.lang
    made = [(name, one) for name, archive in public.archives.items() for one in archive.editions if one.edition > 1]
    if not made:
        return joined((heading(_("Revisioner")), paragraph(_("Ingen offentliggjort måned er rettet."))))
    rows = [[one.month, name, full(one.on, lang), one.why] for name, one in made]
    columns = [_("måned"), _("tabel"), _("rettet"), _("hvorfor")]
    lines = [[one.month, name, one.on, one.why] for name, one in made]
    return joined((
        heading(_("Revisioner")),
        table(_("Måneder, der er rettet"), columns, rows, "words"),
        download("csv/revisioner.csv", _("Hent tabellen (CSV)"), ["maaned", "tabel", "rettet", "hvorfor"], lines),
    ))  # fmt: skip


def files(public: Public) -> Part:
    """The tables themselves, month by month, as they were published."""
    _, lang = public.say, public.lang
    rows, lines = [], []
    for name in TABLES:
        for one in public.archives[name].editions if name in public.archives else ():
            address = f"{public.up}{DATA}/{name}/{one.file}"
            link = Marked(f'<a href="{address}" download>{escape(one.file)}</a>')
            rows.append([one.month, name, str(one.edition), full(one.on, lang), link])
            lines.append([one.month, name, one.edition, one.on, one.file, one.sha256])
    header = ["maaned", "tabel", "udgave", "offentliggjort", "fil", "sha256"]
    columns = [_("måned"), _("tabel"), _("udgave"), _("offentliggjort"), _("fil")]
    return joined((
        heading(_("Alle tabeller")),
        paragraph(_("Siderne dækker %s. Filerne åbner i et regneark.") % period(public)),
        fold(_("Vis alle måneder"), table(_("Måned for måned"), columns, rows)),
        download("csv/maaneder.csv", _("Hent listen (CSV)"), header, lines),
    ))  # fmt: skip

"""What a template may use: the templates there are, and every name with what it holds, in the words of docs/skabeloner.md."""

from dataclasses import dataclass

TEMPLATES = {
    "journalnotat": "Journalnotat",
    "journalnotat.en": "Journalnotat på engelsk",
    "advis": "Advis",
    "sagsaabning": "Sagsåbning",
    "henvisningsbrev": "Henvisningsbrev",
    "stemmebrev": "Brev om borgerens stemme",
    "sms": "Sms efter opkald",
    "eboks_besked": "Besked i e-Boks",
    "kontaktbrev": "Kontaktbrev",
    "forloebsbeskrivelse": "Forløbsbeskrivelse",
    "statusnotat": "Statusnotat",
    "afslutningsbrev_82": "Afslutningsbrev, § 82",
    "afslutningsbrev_85": "Afslutningsbrev, § 85",
    "afslutningsbrev_uden_kontakt": "Afslutningsbrev uden kontakt",
    "afslagsbrev": "Afslagsbrev, § 85",
    "fristbrev": "Fristbrev",
    "referat": "Referat af mødet",
}


@dataclass(frozen=True)
class Name:
    """A name that templates may use: `blank` stands in its place, in brackets, while nothing is known; `about` is for the docs."""

    blank: str
    about: str


NAMES = {
    "dag": Name("dato", "dagen i dag"),
    "model": Name("model", "modellen med version"),
    "kommune": Name("kommune", "kommunens navn"),
    "myndighed": Name("myndighed", "den enhed, der træffer afgørelser"),
    "kontakt_myndighed": Name("kontaktoplysninger på myndigheden", "linjer fra `texts.yaml`"),
    "udfoerer": Name("udfører", "den enhed, der giver støtten efter § 82"),
    "kontakt_udfoerer": Name("kontaktoplysninger på udføreren", "linjer fra `texts.yaml`"),
    "moede": Name("mødet", "mødets navn inde i en sætning"),
    "forloeb": Name("forløbet", "forløbet efter § 82 inde i en sætning"),
    "foerste_moede": Name("det første møde", "det, borgeren først bliver inviteret til"),
    "kontakt_inden": Name("frist for kontakt", "fra modellens frist: hvor længe efter henvisningen borgeren senest hører noget"),
    "aabne_tilbud": Name("åbne tilbud", "de tilbud på indsatstrappen, der ikke kræver visitation (liste)"),
    "sag": Name("sagsnummer", "sagens nummer i fagsystemet"),
    "alias": Name("alias", "sagens korte navn på mødet"),
    "modtaget": Name("dato for henvendelsen", "dagen, henvendelsen kom"),
    "soeger": Name("det, der søges om", "hvad borgeren søger, som det står i henvendelsen"),
    "soegt_paragraf": Name("søgt paragraf", "den paragraf, der er søgt om; tom uden"),
    "egne_ord": Name("borgerens egne ord", "borgerens egne ord; tom uden"),
    "stoette_nu": Name("støtte nu", "den støtte, borgeren har i dag: ingen, § 85 eller anden"),
    "samtykke": Name("samtykke", "samtykke til at give navn og kontakt videre: ja, nej eller ukendt"),
    "udfald": Name("udfald", "det, mødet besluttede"),
    "svar": Name("svar", "mødets svar, hvert som spørgsmål (svar) (liste)"),
    "uafklarede": Name("uafklarede", "de spørgsmål, der stadig er åbne (liste)"),
    "anbefalet": Name("anbefalet trin", "det anbefalede udfald; tomt, mens det er åbent"),
    "anbefalet_grund": Name("grund til anbefalingen", "reglens begrundelse, slags og kilde"),
    "stadig_mulige": Name("stadig mulige", "udfald, der stadig er mulige (liste)"),
    "afvigelse": Name("grund til at afvige", "begrundelsen for et andet trin end det anbefalede; tom uden"),
    "ikke_lavere": Name("hvorfor ikke lavere", "hvorfor det ikke er et trin lavere; tom uden"),
    "tabel": Name("tabel", "beslutningstabellen"),
    "regel": Name("regel", "reglen, der gav anbefalingen; en streg uden"),
    "lov": Name("hjemmel", "loven bag trinet; i et brev om en bestemt paragraf: den paragraf (liste)"),
    "klage": Name("ordene om klage", "trinets klageadgang: ja, nej eller ikke_relevant; tom ved siden af trappen"),
    "til_jurist": Name("til jurist", "det i brevet, som juristen ikke har godkendt endnu (liste)"),
    "forloeb_begyndt": Name("dato for opstart", "dagen, forløbet begyndte"),
    "forsoeg": Name("kontaktforsøg", "forsøgene på at få kontakt, ét pr. linje (liste)"),
    "opgaver": Name("opgaver", "det, der skal gøres, af hvem og hvornår (liste)"),
    "svar_senest": Name("svar senest", "dagen, borgeren skal svare senest"),
    "vej": Name("vejen videre", "udfaldet af samtalen, fx C"),
    "note": Name("note", "det, der blev skrevet ved hændelsen"),
    "begrundelse": Name("begrundelse", "afgørelsens begrundelse"),
    "frist": Name("frist", "dagen, afgørelsen skulle have været der"),
    "ny_frist": Name("ny frist", "dagen, afgørelsen nu kan ventes"),
    "aarsag": Name("årsag", "hvorfor det trækker ud"),
    "deltagere": Name("deltagere", "mødets deltagere som roller, aldrig navne (liste)"),
    "antal": Name("antal sager", "hvor mange sager mødet tog"),
    "minutter": Name("minutter", "hvor længe mødet varede"),
    "beslutninger": Name("beslutninger", "beslutninger med antal (liste)"),
    "parkerede": Name("parkerede", "sager, der er parkeret (liste)"),
    "fingeraftryk": Name("fingeraftryk", "registrets fingeraftryk ved mødets slutning"),
}

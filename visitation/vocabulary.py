"""What an export can say: the fields that are chosen from a list, and the ids on each list.

The register keeps them; the guards of a model look at those of an enquiry, which stand in VOCABULARY."""

VOCABULARY = {
    "channel": ("telefon", "mail", "fremskudt", "reham", "overdragelse"),
    "sender": ("borger", "fagprofessionel"),
    "age_group": ("under18", "18-29", "30-49", "50-65", "over65"),
    "target_group": ("psykisk", "fysisk", "socialt"),
    "asks_section": ("", "§ 85", "§ 82", "§ 107/108"),
    "support_now": ("ingen", "§ 85", "anden"),
    "consent": ("ja", "nej", "ukendt"),
}

CASE_STATUS = ("aaben", "lukket")
ON_THE_LADDER = ("§ 82 a", "§ 82 b", "§ 82 c", "§ 82 d", "§ 85", "§ 107", "§ 108")
SERVICES = (*ON_THE_LADDER, "mentor")  # a social mentor is the employment department's and no step of the ladder
BANDS = ("", "0-9", "10-29", "30-119", "120-179", "180+")  # minutes a week, as § 85 is measured out
CONTACT_CHANNELS = ("opkald", "sms", "eboks", "brev", "besoeg", "partner")
CONTACT_RESULTS = ("opnaaet", "ikke_opnaaet", "afsendt")
ACTIVITIES = (
    "praktisk_hjaelp", "social_inklusion", "hverdagsmestring", "netvaerk", "recovery", "beskaeftigelse", "faerdigheder", "tovholder",
)  # fmt: skip
ACTIVITY_FORMS = ("gruppe", "individuel")

# Citizens under review: what they live on, the five centres that may know them (document 003), and whether what was tried has helped.
BENEFITS = (
    "foertidspension", "kontanthjaelp", "uddannelseshjaelp", "sygedagpenge", "ressourceforloeb", "anden",
)  # fmt: skip
CENTRES = ("am", "hp", "ru", "boern_unge", "sundhed_omsorg")
KNOWN = ("ja", "nej")
HELPED = ("ja", "nej", "ukendt")

# Fælles Faglige Begreber (OID 1.2.208.176.2.22): the services on the ladder, the eleven themes, and the levels in order.
FFB_SERVICES = {
    "3459f530-7334-48c4-9037-53bf80df8851": "§ 82 a",
    "fe42f8f4-d516-4bab-b006-12b0cd186603": "§ 82 b",
    "f3edac43-d0d6-4cc3-96c7-4658a557257a": "§ 82 c",
    "794ebc42-0639-46eb-aca2-40e996568578": "§ 82 d",
    "1f0ff82b-3243-422f-9651-1d00fd2dcd61": "§ 85",
}
THEMES = (
    "relationer", "kommunikation", "mobilitet", "egenomsorg", "samfundsliv", "praktiske_opgaver",
    "mentale_funktioner", "sundhedsforhold", "fysiske_funktioner", "sociale_forhold", "omgivelser",
)  # fmt: skip
LEVELS = ("0", "1", "2", "3", "4", "ikke_vurderet")
PHASES = ("foer", "efter")

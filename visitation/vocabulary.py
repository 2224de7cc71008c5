"""What an enquiry can say: the fields that are chosen from a list, and the ids on each list.

The register keeps them, and the guards of a model look at them."""

VOCABULARY = {
    "channel": ("telefon", "mail", "fremskudt", "reham", "overdragelse"),
    "sender": ("borger", "fagprofessionel"),
    "age_group": ("under18", "18-29", "30-49", "50-65", "over65"),
    "target_group": ("psykisk", "fysisk", "socialt"),
    "asks_section": ("", "§ 85", "§ 82", "§ 107/108"),
    "support_now": ("ingen", "§ 85", "anden"),
    "consent": ("ja", "nej", "ukendt"),
}

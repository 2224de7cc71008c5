"""What several tests answer at the meeting's questions."""

SUFFICIENT = {  # in Ringsted, enough for § 82 a/b
    "oensker": "ja",
    "maalgruppe": "nedsat",
    "aarsag": "faerdigheder",
    "virkning": "ja",
    "behov": "rummes",
    "varighed": "midlertidig",
}

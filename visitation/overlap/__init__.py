"""The overlap of two centres under review: who is on the list, how each citizen is rated, and what the ratings come to together."""

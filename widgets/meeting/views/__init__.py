"""The meeting as plain data for the screen, part by part; no choosing and no computing here."""

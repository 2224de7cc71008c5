"""Texts that leave the meeting: the journal note to copy into the case system."""

"""Exports of case systems: read by a municipality's profile, checked cell by cell, compared with the register, and taken in whole."""

from visitation.register.imports.export import Intake, RowError, read_export
from visitation.register.imports.profile import Profile, load_profile
from visitation.register.imports.table_file import read_table
from visitation.register.imports.take_in import ImportRefused, facts_of, take_in

__all__ = ["ImportRefused", "Intake", "Profile", "RowError", "facts_of", "load_profile", "read_export", "read_table", "take_in"]

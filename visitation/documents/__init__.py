"""Texts that leave the meeting: notes, notifications and letters from templates that a municipality can edit."""

from visitation.documents.docx import to_docx
from visitation.documents.facts import facts
from visitation.documents.write import Document, Template, as_text, templates, write

__all__ = ["Document", "Template", "as_text", "facts", "templates", "to_docx", "write"]

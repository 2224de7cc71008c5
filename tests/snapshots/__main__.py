"""Writes the snapshots anew: read the diff before it is committed."""

from tests.snapshots import documents, path
from visitation.documents import as_text
from visitation.model import shipped

for name in shipped():
    for template, document in documents(name).items():
        path(name, template).write_text(as_text(document), encoding="utf-8")

"""Everything public says in a line what it is or what comes back."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMED = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def silent(node: ast.Module | ast.ClassDef, where: str) -> Iterator[str]:
    """What has no docstring: a module or a class, and what is public in it."""
    if not ast.get_docstring(node):
        yield where
    for inner in node.body:
        if isinstance(inner, ast.ClassDef) and not inner.name.startswith("_"):
            yield from silent(inner, f"{where}: {inner.name}")
        elif isinstance(inner, NAMED) and not inner.name.startswith("_") and not ast.get_docstring(inner):
            yield f"{where}: {inner.name}"


@pytest.mark.parametrize("package", ["visitation", "widgets"])
def test_everything_public_has_a_docstring(package):
    files = sorted((ROOT / package).rglob("*.py"))
    assert files
    assert [found for path in files for found in silent(ast.parse(path.read_text("utf-8")), str(path.relative_to(ROOT)))] == []

"""How pages are made: a template is compiled once, and a kernel is waited for until it answers or is dead."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment
from voila import notebook_renderer

from visitation.serve.kernel import answers
from visitation.serve.pages import Compiled, Exporter, compile_once


def test_a_template_is_compiled_once_for_all_pages_and_again_when_it_has_changed(monkeypatch):
    done, kept, compiled = [], Environment.compile, Compiled()
    monkeypatch.setattr(Environment, "compile", lambda self, source, *rest: done.append(source) or kept(self, source, *rest))

    def page(template: str) -> str:
        environment = Environment(loader=DictLoader({"side": template}), autoescape=True)
        environment.bytecode_cache = compiled
        return environment.get_template("side").render(navn="<her>")

    assert page("{{ navn }}") == page("{{ navn }}") == "&lt;her&gt;"
    assert page("{{ navn }}!") == "&lt;her&gt;!"
    assert done == ["{{ navn }}", "{{ navn }}!"]


def test_all_pages_of_the_server_share_that_memory(monkeypatch):
    monkeypatch.setattr(notebook_renderer, "VoilaExporter", notebook_renderer.VoilaExporter)
    compile_once()
    first, second = (notebook_renderer.VoilaExporter() for _ in range(2))
    assert first.environment is not second.environment
    assert first.environment.bytecode_cache is second.environment.bytecode_cache is Exporter.compiled


def test_a_dead_kernel_is_not_waited_for():
    async def dead() -> bool:
        return False

    # asyncio begins no loop where one runs, as where a browser is driven
    with ThreadPoolExecutor(1) as apart, pytest.raises(RuntimeError, match="died"):
        apart.submit(asyncio.run, answers(SimpleNamespace(is_alive=dead), timeout=60)).result()

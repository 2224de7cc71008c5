"""Files as a browser keeps them, and what a page says before its dashboard is there."""

import gzip
import os
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import nbformat
import pytest
from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application, RequestHandler, StaticFileHandler

from visitation.serve.front import drawing
from visitation.serve.spoken import spoken, words
from visitation.serve.static import HASHED, Kept, content, kept, prepare

SCRIPT = b"const same = 'again and again';\n" * 100
PACKS = {"Accept-Encoding": "gzip"}


class Files(AsyncHTTPTestCase):
    def run(self, result=None):
        """In a thread of its own: no loop begins where one runs, as where a browser is driven."""
        with ThreadPoolExecutor(1) as apart:
            return apart.submit(super().run, result).result()

    """A server of one folder."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path):
        self.folder = tmp_path
        for name in ("plain.js", "528.d9f5934c.js", "type.woff2"):
            (tmp_path / name).write_bytes(SCRIPT)

    def get_app(self):
        return Application([(r"/(.*)", type("Files", (Kept, StaticFileHandler), {}), {"path": str(self.folder)})])

    def ask(self, path, **headers):
        return self.fetch(path, headers=headers, decompress_response=False)

    def test_a_file_whose_address_says_its_content_is_kept_for_good(self):
        for path in ("/528.d9f5934c.js", "/plain.js?v=1"):
            assert self.ask(path).headers["Cache-Control"] == "max-age=31536000, immutable"

    def test_any_other_file_is_asked_about_and_not_sent_again(self):
        first = self.ask("/plain.js")
        assert first.headers["Cache-Control"] == "no-cache" and "Expires" not in first.headers
        again = self.ask("/plain.js", **{"If-None-Match": first.headers["ETag"]})
        assert (again.code, again.body) == (304, b"")

    def test_a_script_is_sent_packed_to_who_can_unpack_it(self):
        packed, plain = self.ask("/plain.js", **PACKS), self.ask("/plain.js")
        assert packed.headers["Content-Encoding"] == "gzip" and gzip.decompress(packed.body) == SCRIPT
        assert len(packed.body) == int(packed.headers["Content-Length"]) < len(SCRIPT)
        assert "Content-Encoding" not in plain.headers and plain.body == SCRIPT
        assert packed.headers["ETag"] != plain.headers["ETag"] and packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"

    def test_type_is_not_packed_again(self):
        answer = self.ask("/type.woff2", **PACKS)
        assert "Content-Encoding" not in answer.headers and answer.body == SCRIPT

    def test_a_part_is_a_part_of_what_is_sent(self):
        packed = self.ask("/plain.js", **PACKS).body
        part = self.ask("/plain.js", Range="bytes=2-9", **PACKS)
        assert (part.code, part.body) == (206, packed[2:10])

    def test_a_changed_file_is_another_one(self):
        before = self.ask("/plain.js", **PACKS)
        (self.folder / "plain.js").write_bytes(b"other")
        os.utime(self.folder / "plain.js", (1, 1))
        after = self.ask("/plain.js", **PACKS | {"If-None-Match": before.headers["ETag"], "If-Modified-Since": "x"})
        assert after.code == 200 and gzip.decompress(after.body) == b"other"

    def test_a_prepared_file_is_not_packed_again(self):
        prepare(self.folder / "plain.js")
        known = content.cache_info().misses
        self.ask("/plain.js", **PACKS)
        assert content.cache_info().misses == known


def test_only_what_serves_files_is_kept():
    assert kept(StaticFileHandler) == (Kept,) and kept(RequestHandler) == ()


def test_what_charts_are_drawn_with_is_a_module_that_is_kept_for_good(tmp_path):
    file = drawing(tmp_path / "front")
    assert HASHED.search(file.name) and file.read_text(encoding="utf-8").endswith("export { vegaEmbed };\n")


def shown(asked, **metadata):
    notebook = nbformat.v4.new_notebook(metadata=metadata)
    spoken(SimpleNamespace(get_query_argument=lambda name, default: asked or default), notebook, "")
    return notebook.metadata


def test_a_page_speaks_the_language_that_its_address_asks_for():
    danish, english = shown(None, title="Visitationsmøde"), shown("en", title="Visitationsmøde")
    assert (danish.lang, danish.title) == ("da", "Visitationsmøde") and danish.words == words("da")
    assert (english.lang, english.title) == ("en", "Visitation meeting")


def test_an_unknown_language_is_danish_and_no_title_is_made_up():
    found = shown("fr")
    assert found.lang == "da" and "title" not in found

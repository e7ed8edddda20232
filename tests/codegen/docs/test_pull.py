"""A published site is read politely: paused, cached, resumable, within bounds. The site stands on 127.0.0.1."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
import trustme
from codegen.__main__ import main
from doc_pages import ROOT
from test_reading import MARKDOWN

from pandapon_async.codegen.docs.drift.comparing import compare_with_specifications
from pandapon_async.codegen.docs.drift.specifications import Repository
from pandapon_async.codegen.docs.pulling.site import Limits, pull, removed_pages
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.surfaces import SURFACES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Site:
    """Pages by path, what was asked for, and what goes wrong."""

    def __init__(self) -> None:
        self.pages = {"/api-1.md": MARKDOWN, "/263477614e0.md": MARKDOWN, "/doc-2.md": "# A guide\n"}
        links = "".join(f"- [Page]({path}): text\n" for path in self.pages)
        self.index: dict[str, str] = {"/llms.txt": f"# Site\n{links}- [Else](https://elsewhere.example/api-9.md)\n"}
        self.asked: list[str] = []
        self.busy: list[int] = []
        self.moved: dict[str, str] = {}
        self.tags = True
        self.address = ""


@pytest.fixture
def site() -> Iterator[Site]:
    state = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append(self.path)
            if state.busy:
                self.answer(state.busy.pop(0), "", {"Retry-After": "7"})
                return
            if self.path in state.moved:
                self.answer(302, "", {"Location": state.moved[self.path]})
                return
            text = {**state.index, **state.pages}.get(self.path)
            if text is None:
                self.answer(404, "")
                return
            tag = f'"{hash(text)}"'
            if not state.tags:
                self.answer(200, text)
            elif self.headers.get("If-None-Match") == tag:
                self.answer(304, "")
            else:
                self.answer(200, text, {"ETag": tag, "Last-Modified": "Mon, 02 Mar 2026 00:00:00 GMT"})

        def answer(self, status: int, text: str, headers: dict[str, str] | None = None) -> None:
            body = text.encode()
            self.send_response(status)
            for name, value in {**(headers or {}), "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    state.address = f"http://127.0.0.1:{server.server_port}"
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_site_is_read_with_pauses_and_only_itself(site: Site, tmp_path: Path) -> None:
    pauses: list[float] = []
    done = pull(site.address, tmp_path, Limits(pause=0.5), sleep=pauses.append)
    assert done.written == ["api-1.md", "263477614e0.md", "doc-2.md"]
    assert pauses == [0.5] * 3
    assert site.asked == ["/llms.txt", *site.pages]


def test_what_has_not_changed_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    limits = Limits(pause=0)
    pull(site.address, tmp_path, limits)
    site.pages["/doc-2.md"] = "# Another guide\n"
    (tmp_path / "api-1.md").unlink()
    done = pull(site.address, tmp_path, limits)
    assert (done.written, done.unchanged) == (["api-1.md", "doc-2.md"], ["263477614e0.md"])
    assert (tmp_path / "doc-2.md").read_text(encoding="utf-8") == "# Another guide\n"


def test_a_run_goes_on_where_it_failed(site: Site, tmp_path: Path) -> None:
    missing = site.pages.pop("/263477614e0.md")
    done = pull(site.address, tmp_path, Limits(pause=0))
    assert list(done.failed.values()) == ["status 404"]
    site.pages["/263477614e0.md"] = missing
    done = pull(site.address, tmp_path, Limits(pause=0))
    assert (done.written, len(done.unchanged)) == (["263477614e0.md"], 2)


def test_a_run_that_was_stopped_goes_on_behind_what_it_has(site: Site, tmp_path: Path) -> None:
    site.tags = False

    class StoppedError(Exception):
        pass

    def stop_before_the_third_page(_seconds: float) -> None:
        if len(site.asked) == 3:
            raise StoppedError

    with pytest.raises(StoppedError):
        pull(site.address, tmp_path, Limits(), sleep=stop_before_the_third_page)
    site.asked.clear()
    done = pull(site.address, tmp_path, Limits(pause=0))
    assert site.asked == ["/llms.txt", "/doc-2.md"]
    assert (done.written, done.unchanged) == (["doc-2.md"], ["api-1.md", "263477614e0.md"])
    # A run that came to its end is no reason to believe the pages for ever.
    assert len(pull(site.address, tmp_path, Limits(pause=0)).written) == 3
    assert not list(tmp_path.glob("*.part"))


def test_redirects_are_not_followed(site: Site, tmp_path: Path) -> None:
    site.moved = {"/doc-2.md": "/elsewhere"}
    site.pages["/elsewhere"] = "# Elsewhere\n"
    done = pull(site.address, tmp_path, Limits(pause=0))
    assert list(done.failed.values()) == ["status 302"]
    assert "/elsewhere" not in site.asked


def test_certificates_are_verified(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with suppress(OSError), listener.accept()[0] as connection:
                context.wrap_socket(connection, server_side=True).close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        with pytest.raises(CodegenError, match="ConnectError"):
            pull(f"https://127.0.0.1:{listener.getsockname()[1]}", tmp_path, Limits(pause=0, attempts=1))
        thread.join(60)


def test_two_addresses_never_share_a_file(site: Site, tmp_path: Path) -> None:
    site.pages = {"/a/b.md": "# One\n", "/a_b.md": "# Two\n", "/../../c.md": "# Three\n"}
    site.index = {"/llms.txt": "".join(f"- [Page]({path})\n" for path in ("/a/b.md", "/a_b.md", "/%2e%2e/c.md"))}
    site.pages["/%2e%2e/c.md"] = "# Three\n"
    done = pull(site.address, tmp_path, Limits(pause=0))
    assert len(set(done.written)) == 3
    assert sorted(path.read_text(encoding="utf-8") for path in tmp_path.glob("*.md")) == [
        "# One\n",
        "# Three\n",
        "# Two\n",
    ]


@pytest.mark.parametrize("state", ["no JSON", "[]", '{"x": 1, "y": {"etag": 2}}'])
def test_a_broken_state_only_costs_requests(site: Site, tmp_path: Path, state: str) -> None:
    (tmp_path / "pulled.json").write_text(state, encoding="utf-8")
    assert len(pull(site.address, tmp_path, Limits(pause=0)).written) == 3


def test_a_busy_site_is_waited_for_as_it_says(site: Site, tmp_path: Path) -> None:
    site.busy = [429, 503]
    pauses: list[float] = []
    assert pull(site.address, tmp_path, Limits(pause=0.5), sleep=pauses.append).failed == {}
    assert pauses[:4] == [7, 0.5, 7, 0.5]


def test_sizes_and_numbers_are_bounded(site: Site, tmp_path: Path) -> None:
    site.pages["/doc-2.md"] = "x" * 9000
    done = pull(site.address, tmp_path, Limits(pause=0, size=8000))
    assert len(done.written) == 2
    assert "larger than 8000 bytes" in next(iter(done.failed.values()))
    assert pull(site.address, tmp_path / "few", Limits(pause=0, pages=1)).written == ["api-1.md"]


def test_links_of_the_start_page_serve_where_there_is_no_index(site: Site, tmp_path: Path) -> None:
    site.index = {"/": '<a href="/api-1.md">One</a> <a href="/about">About</a>'}
    assert pull(site.address, tmp_path, Limits(pause=0)).written == ["api-1.md"]


def test_without_an_index_nothing_is_read(site: Site, tmp_path: Path) -> None:
    site.index = {}
    with pytest.raises(CodegenError, match="no index"):
        pull(site.address, tmp_path, Limits(pause=0))
    with pytest.raises(CodegenError, match="not an http"):
        pull("file:///etc", tmp_path, Limits(pause=0))


def test_what_was_pulled_can_be_read(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del site.pages["/doc-2.md"]
    site.index["/llms.txt"] = site.index["/llms.txt"].replace("/doc-2.md", "/guide")
    arguments = ["docs", "pull", "--site", site.address, "--into", str(tmp_path / "site"), "--pause", "0"]
    assert main(arguments) == 0
    assert "2 pages written, 0 unchanged, 0 failed, 0 removed from the site" in capsys.readouterr().out
    assert main(["docs", "read", str(tmp_path / "site")]) == 0


def test_one_link_of_5000_characters_stops_nothing(site: Site, tmp_path: Path) -> None:
    site.index["/llms.txt"] += f"- [Long](/{'a' * 5000}.md)\n- [Broken](http://[)\n- [Named](/{'b' * 900}.md)\n"
    site.pages[f"/{'b' * 900}.md"] = MARKDOWN
    done = pull(site.address, tmp_path, Limits(pause=0))
    assert len(done.written) == 4
    assert all(len(name) <= 120 for name in done.written)
    assert len(done.failed) == 2
    assert "not a valid address" in done.failed.values()


def test_a_page_that_the_site_no_longer_lists_is_reported(site: Site, tmp_path: Path) -> None:
    site.pages["/api-1.md"] = MARKDOWN.replace("/open/order/create", "/open/order/updateWarehouse")
    pull(site.address, tmp_path, Limits(pause=0))
    site.index["/llms.txt"] = site.index["/llms.txt"].replace("- [Page](/api-1.md): text\n", "")
    done = pull(site.address, tmp_path, Limits(pause=0))
    assert done.removed == ["api-1.md"]
    assert not (tmp_path / "api-1.md").exists()
    (gone,) = removed_pages([tmp_path])
    report = compare_with_specifications(Repository(ROOT, SURFACES), [], [gone], "pandapon-v1")
    (drift,) = report.drift
    assert (drift.kind, drift.severity, drift.operation) == ("gone", "breaking", "taobao.orders.update_warehouse")
    # It stays reported until the page is back.
    assert pull(site.address, tmp_path, Limits(pause=0)).removed == ["api-1.md"]
    site.index["/llms.txt"] += "- [Page](/api-1.md): text\n"
    assert pull(site.address, tmp_path, Limits(pause=0)).removed == []
    assert removed_pages([tmp_path]) == []
    assert (tmp_path / "api-1.md").exists()

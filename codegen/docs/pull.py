"""Fetching a published site: its index and its pages, into a folder for ``docs diff``.

The index is what sites publish for readers without a browser, ``/llms.txt``: a list of links to pages in Markdown.
Without one, the links of the start page are followed. A site is read one page after another with a pause between
them; what has not changed is not sent again; and a run that was interrupted goes on where it ended. Redirects are not
followed, certificates are verified, and nothing is read without bounds.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple, cast
from urllib.parse import urljoin, urlsplit

import httpx

from codegen.errors import CodegenError
from codegen.specification import object_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pandapon_async._core.schema.json import JsonValue

__all__ = ["Limits", "Pulled", "pull"]

_STATE: Final = "pulled.json"
_LINK: Final = re.compile(r"\]\((?P<markdown>[^)\s]+)\)|href=[\"'](?P<html>[^\"'#]+)[\"']")
_PAGE: Final = re.compile(r"/(?:api-)?\d+[a-z]\d+(?:\.md)?$|/(?:api|doc)-\d+(?:\.md)?$|\.md$")
_NAME: Final = re.compile(r"[^A-Za-z0-9._-]+")
#: Headers that ask for a page only if it has changed, by what the state calls them.
_CONDITIONS: Final = {"etag": "if-none-match", "modified": "if-modified-since"}
_AGENT: Final = "pandapon-async documentation reader"


class Limits(NamedTuple):
    """Bounds of a run.

    Attributes:
        pause: Seconds between two requests.
        pages: Pages at most.
        size: Bytes of a page at most.
        timeout: Seconds that a request may take.
        attempts: How often a page is asked for where the site is busy.
    """

    pause: float = 1.0
    pages: int = 1000
    size: int = 4_000_000
    timeout: float = 30.0
    attempts: int = 3


class Pulled(NamedTuple):
    """What a run did."""

    written: list[str]
    unchanged: list[str]
    failed: dict[str, str]


def pull(site: str, folder: Path, limits: Limits, *, sleep: Callable[[float], None] = time.sleep) -> Pulled:
    """Read a site into a folder.

    Args:
        site: Its address.
        folder: Where the pages go; what lies there from an earlier run is used.
        limits: Bounds.
        sleep: Waits between requests.

    Raises:
        CodegenError: The index cannot be read, or names no page.
    """
    if urlsplit(site).scheme not in ("http", "https"):
        raise CodegenError(f"{site}: no http or https address")
    folder.mkdir(parents=True, exist_ok=True)
    with httpx.Client(timeout=limits.timeout, headers={"user-agent": _AGENT}, follow_redirects=False) as client:
        run = _Run(client, site.rstrip("/") + "/", folder, limits, sleep)
        return run.pages(run.index())


class _Run:
    def __init__(
        self, client: httpx.Client, site: str, folder: Path, limits: Limits, sleep: Callable[[float], None]
    ) -> None:
        self._client = client
        self._site = site
        self._folder = folder
        self._limits = limits
        self._sleep = sleep
        #: By address: the name of the file, what the site said of it, and ``done`` while a run is under way.
        self._state: dict[str, dict[str, str]] = {}
        self._asked = False
        with suppress(OSError, ValueError):
            known = cast("object", json.loads((folder / _STATE).read_text(encoding="utf-8")))
            self._state = {
                address: {key: text for key, text in object_at(entry).items() if isinstance(text, str)}
                for address, entry in object_at(cast("JsonValue", known)).items()
            }

    def index(self) -> list[str]:
        """Return the addresses of the pages, in the order of the index."""
        problem = ""
        for path in ("llms.txt", ""):
            status, text, _ = self._get(self._site + path, {})
            if status == 200:
                found = self._links(text)
                if found:
                    return found[: self._limits.pages]
            problem = f"status {status}" if status != 200 else "it names no page"
        raise CodegenError(f"{self._site}: no index: {problem}")

    def _links(self, text: str) -> list[str]:
        found: dict[str, None] = {}
        for link in _LINK.finditer(text):
            address = urljoin(self._site, link["markdown"] or link["html"]).partition("#")[0]
            # Links that lead to other hosts are somebody else's pages.
            is_here = urlsplit(address)[:2] == urlsplit(self._site)[:2]
            if is_here and _PAGE.search(urlsplit(address).path):
                found[address] = None
        return list(found)

    def pages(self, addresses: list[str]) -> Pulled:
        """Fetch the pages; the state is written after each, so that the next run goes on from here."""
        done = Pulled([], [], {})
        for address in addresses:
            name = self._name(address)
            known = self._state.get(address, {}) if (self._folder / name).exists() else {}
            if "done" in known:
                # An earlier run fetched it and did not come to its end.
                done.unchanged.append(name)
                continue
            asked = {header: known[key] for key, header in _CONDITIONS.items() if key in known}
            try:
                status, text, headers = self._get(address, asked)
            except CodegenError as error:
                done.failed[address] = str(error)
                continue
            if status == 304:
                done.unchanged.append(name)
                self._state[address]["done"] = "yes"
            elif status != 200:
                done.failed[address] = f"status {status}"
                continue
            else:
                self._write(name, text)
                kept = {"etag": headers.get("etag"), "modified": headers.get("last-modified"), "done": "yes"}
                self._state[address] = {"name": name, **{key: value for key, value in kept.items() if value}}
                done.written.append(name)
            self._keep()
        for entry in self._state.values():
            entry.pop("done", None)
        self._keep()
        return done

    def _keep(self) -> None:
        self._write(_STATE, json.dumps(self._state, indent=1) + "\n")

    def _write(self, name: str, text: str) -> None:
        """Write a file as a whole, or not at all."""
        partial = self._folder / (name + ".part")
        partial.write_text(text, encoding="utf-8", newline="\n")
        partial.replace(self._folder / name)

    def _name(self, address: str) -> str:
        """Return the name of an address's file; it never leads out of the folder, and no two share one."""
        if known := self._state.get(address, {}).get("name"):
            return _NAME.sub("_", known).strip("._")
        name = _NAME.sub("_", urlsplit(address).path.strip("/")).strip("._") or "index"
        name = name if name.endswith((".md", ".html", ".txt")) else name + ".html"
        if any(entry.get("name") == name for entry in self._state.values()):
            stem, _, suffix = name.rpartition(".")
            name = f"{stem}-{hashlib.sha256(address.encode()).hexdigest()[:8]}.{suffix}"
        return name

    def _get(self, address: str, headers: dict[str, str]) -> tuple[int, str, httpx.Headers]:
        for attempt in range(1, self._limits.attempts + 1):
            if self._asked:
                self._sleep(self._limits.pause)
            self._asked = True
            try:
                with self._client.stream("GET", address, headers=headers) as response:
                    body = bytearray()
                    for part in response.iter_bytes():
                        body += part
                        if len(body) > self._limits.size:
                            raise CodegenError(f"{address}: larger than {self._limits.size} bytes")
            except httpx.HTTPError as error:
                if attempt == self._limits.attempts:
                    raise CodegenError(f"{address}: {type(error).__name__}") from error
                continue
            if response.status_code not in (429, 503) or attempt == self._limits.attempts:
                return response.status_code, body.decode("utf-8", "replace"), response.headers
            wait = response.headers.get("retry-after", "")
            self._sleep(min(float(wait), 60.0) if wait.isdigit() else self._limits.pause)
        raise CodegenError(f"{address}: no attempt allowed")

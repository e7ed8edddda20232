"""Downloads a published site, its index and its pages, into a folder for ``docs diff``.

The index is ``/llms.txt``, a list of links to pages in Markdown. Without it, the links of the start page are followed.
Pages are requested one after another with a pause between them; unchanged pages are not sent again; an interrupted run
continues where it stopped. Redirects are not followed, certificates are verified, and all sizes are bounded.
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

from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.specification import object_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pandapon_async._core.schema.json import JsonValue

__all__ = ["Limits", "Pulled", "pull"]

_STATE: Final = "pulled.json"
_LINK: Final = re.compile(r"\]\((?P<markdown>[^)\s]+)\)|href=[\"'](?P<html>[^\"'#]+)[\"']")
_PAGE: Final = re.compile(r"/(?:api-)?\d+[a-z]\d+(?:\.md)?$|/(?:api|doc)-\d+(?:\.md)?$|\.md$")
_NAME: Final = re.compile(r"[^A-Za-z0-9._-]+")
#: Headers of conditional requests by their key in the state file.
_CONDITIONS: Final = {"etag": "if-none-match", "modified": "if-modified-since"}
_AGENT: Final = "pandapon-async documentation reader"


class Limits(NamedTuple):
    """Limits of a run.

    Attributes:
        pause: Seconds between two requests.
        pages: Maximum number of pages.
        size: Maximum size of a page in bytes.
        timeout: Seconds until a request times out.
        attempts: Maximum number of requests for one page.
    """

    pause: float = 1.0
    pages: int = 1000
    size: int = 4_000_000
    timeout: float = 30.0
    attempts: int = 3


class Pulled(NamedTuple):
    """The result of a run."""

    written: list[str]
    unchanged: list[str]
    failed: dict[str, str]


def pull(site: str, folder: Path, limits: Limits, *, sleep: Callable[[float], None] = time.sleep) -> Pulled:
    """Download a site into a folder.

    Args:
        site: Its address.
        folder: The folder for the pages; pages of an earlier run are reused.
        limits: The limits of the run.
        sleep: Waits between requests.

    Raises:
        CodegenError: The index cannot be read, or names no page.
    """
    if urlsplit(site).scheme not in ("http", "https"):
        raise CodegenError(f"{site}: not an http or https address")
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
        #: By address: file name, validators sent by the site, and ``done`` while a run is in progress.
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
            problem = f"status {status}" if status != 200 else "it lists no page"
        raise CodegenError(f"{self._site}: no index: {problem}")

    def _links(self, text: str) -> list[str]:
        found: dict[str, None] = {}
        for link in _LINK.finditer(text):
            address = urljoin(self._site, link["markdown"] or link["html"]).partition("#")[0]
            # Links to other hosts are not followed.
            is_here = urlsplit(address)[:2] == urlsplit(self._site)[:2]
            if is_here and _PAGE.search(urlsplit(address).path):
                found[address] = None
        return list(found)

    def pages(self, addresses: list[str]) -> Pulled:
        """Download the pages. The state is saved after each page, so that the next run can continue."""
        done = Pulled([], [], {})
        for address in addresses:
            name = self._name(address)
            known = self._state.get(address, {}) if (self._folder / name).exists() else {}
            if "done" in known:
                # An interrupted run already downloaded it.
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
        """Write a file atomically."""
        partial = self._folder / (name + ".part")
        partial.write_text(text, encoding="utf-8", newline="\n")
        partial.replace(self._folder / name)

    def _name(self, address: str) -> str:
        """Return the file name of an address: unique, and always inside the folder."""
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

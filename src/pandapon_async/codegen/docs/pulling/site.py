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

from pandapon_async.codegen.docs.reading.files import parse_pages
from pandapon_async.codegen.errors import CodegenError
from pandapon_async.codegen.specification import object_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async.codegen.docs.model.page import Page

__all__ = ["Limits", "Pulled", "pull", "removed_pages"]

_STATE: Final = "pulled.json"
#: Suffix of pages that the site no longer lists.
_REMOVED: Final = ".removed"
_LONGEST_ADDRESS: Final = 2000
_LONGEST_NAME: Final = 120
_DIGEST: Final = 8
_SHOWN: Final = 200
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
    """The result of a run.

    Attributes:
        written: Files that were written.
        unchanged: Files of pages that did not change.
        failed: Addresses that could not be read, with the reason.
        removed: Files of pages that the site no longer lists; they are kept with the suffix ``.removed``.
    """

    written: list[str]
    unchanged: list[str]
    failed: dict[str, str]
    removed: list[str]

    def summary(self) -> str:
        """Return the result in one line."""
        return (
            f"{len(self.written)} pages written, {len(self.unchanged)} unchanged, {len(self.failed)} failed, "
            f"{len(self.removed)} removed from the site"
        )


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


def removed_pages(places: Iterable[Path]) -> list[Page]:
    """Return the last editions of the pages that their sites no longer have, from folders that ``pull`` wrote."""
    found: list[Page] = []
    for folder in places:
        for address, entry in _state(folder).items():
            path = folder / (_safe(entry.get("name", "")) + _REMOVED)
            if "removed" in entry and path.is_file():
                text = path.read_text(encoding="utf-8", errors="replace")
                found += parse_pages(text, f"{entry['name']} (removed: {address})")
    return found


def _state(folder: Path) -> dict[str, dict[str, str]]:
    with suppress(OSError, ValueError):
        known = cast("object", json.loads((folder / _STATE).read_text(encoding="utf-8")))
        return {
            address: {key: text for key, text in object_at(entry).items() if isinstance(text, str)}
            for address, entry in object_at(cast("JsonValue", known)).items()
        }
    return {}


def _safe(name: str) -> str:
    return _NAME.sub("_", name).strip("._")


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
        self._state = _state(folder)
        self._asked = False
        self._failed: dict[str, str] = {}

    def index(self) -> list[str]:
        """Return the addresses of the pages, in the order of the index."""
        problem = ""
        for path in ("llms.txt", ""):
            status, text, _ = self._get(self._site + path, {})
            if status == 200:
                found = self._links(text)
                if found:
                    return found
            problem = f"status {status}" if status != 200 else "it lists no page"
        raise CodegenError(f"{self._site}: no index: {problem}")

    def _links(self, text: str) -> list[str]:
        found: dict[str, None] = {}
        for link in _LINK.finditer(text):
            text = link["markdown"] or link["html"]
            try:
                address = urljoin(self._site, text).partition("#")[0]
                # Links to other hosts are not followed.
                is_here = urlsplit(address)[:2] == urlsplit(self._site)[:2]
                is_page = is_here and _PAGE.search(urlsplit(address).path) is not None
            except ValueError:
                self._failed[text[:_SHOWN]] = "not a valid address"
                continue
            if is_page and len(address) > _LONGEST_ADDRESS:
                self._failed[address[:_SHOWN]] = f"an address of {len(address)} characters"
            elif is_page:
                found[address] = None
        return list(found)

    def pages(self, addresses: list[str]) -> Pulled:
        """Download the pages. The state is saved after each page, so that the next run can continue."""
        done = Pulled([], [], self._failed, self._removed(set(addresses)))
        for address in addresses[: self._limits.pages]:
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
                done.failed[address[:_SHOWN]] = str(error)
                continue
            if status == 304:
                done.unchanged.append(name)
                self._state[address]["done"] = "yes"
            elif status != 200:
                done.failed[address[:_SHOWN]] = f"status {status}"
                continue
            else:
                self._write(name, text)
                (self._folder / (name + _REMOVED)).unlink(missing_ok=True)
                kept = {"etag": headers.get("etag"), "modified": headers.get("last-modified"), "done": "yes"}
                self._state[address] = {"name": name, **{key: value for key, value in kept.items() if value}}
                done.written.append(name)
            self._keep()
        for entry in self._state.values():
            entry.pop("done", None)
        self._keep()
        return done

    def _removed(self, listed: set[str]) -> list[str]:
        """Set aside the pages that the index no longer lists."""
        removed: list[str] = []
        for address, entry in self._state.items():
            name = _safe(entry.get("name", ""))
            path = self._folder / name
            if address in listed:
                entry.pop("removed", None)
            elif name and path.is_file():
                path.replace(self._folder / (name + _REMOVED))
                entry["removed"] = "yes"
            if "removed" in entry:
                removed.append(name)
        return removed

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
            return _safe(known)
        name = _safe(urlsplit(address).path.strip("/")) or "index"
        name = name if name.endswith((".md", ".html", ".txt")) else name + ".html"
        is_taken = any(entry.get("name") == name for entry in self._state.values())
        if is_taken or len(name) > _LONGEST_NAME:
            stem, _, suffix = name.rpartition(".")
            stem = stem[: _LONGEST_NAME - _DIGEST - len(suffix) - 2]
            name = f"{stem}-{hashlib.sha256(address.encode()).hexdigest()[:_DIGEST]}.{suffix}"
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
                            raise CodegenError(f"{address[:_SHOWN]}: larger than {self._limits.size} bytes")
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                if attempt == self._limits.attempts:
                    raise CodegenError(f"{address[:_SHOWN]}: {type(error).__name__}") from error
                continue
            if response.status_code not in (429, 503) or attempt == self._limits.attempts:
                return response.status_code, body.decode("utf-8", "replace"), response.headers
            wait = response.headers.get("retry-after", "")
            self._sleep(min(float(wait), 60.0) if wait.isdigit() else self._limits.pause)
        raise CodegenError(f"{address}: no attempt allowed")

"""Finds out which undocumented paths exist, without side effects.

A server responds to a method that a path does not have: usually with 405, but with 404 if the path does not exist. No
handler runs in either case. Whether a server makes that difference is measured first, on documented and made-up paths.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import anyio

from pandapon_async._core.call.errors import APIError, CallError
from pandapon_async._core.errors import PandaPonError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

    from pandapon_async._core.call.client import Client
    from pandapon_async._core.call.operation import Effect, Operation, Signing
    from pandapon_async.catalogue import Entry

__all__ = ["CannotTellError", "Finding", "PathProbe", "Reply", "Verdict"]

#: Methods that no documented operation has, in order of preference.
_UNUSED_METHODS: Final = ("PATCH", "PUT", "DELETE")
_PARAMETER: Final = re.compile(r"\{[^}]*\}")
_SAMPLES: Final = 2
#: Documented paths with this part are signed in the query.
_QUERY_SIGNED: Final = "/pp/logistics/"

Verdict: TypeAlias = Literal["exists", "missing", "unclear"]


@dataclass(frozen=True, slots=True)
class Reply:
    """The part of a response that shows whether a path exists.

    Attributes:
        status: HTTP status; ``None`` without a response.
        code: Code of the envelope, if the server rejected the request with one.
    """

    status: int | None
    code: int | str | None

    def __str__(self) -> str:
        return f"HTTP {self.status}" + (f", code {self.code}" if self.code not in (None, self.status) else "")


@dataclass(frozen=True, slots=True)
class _Form:
    """How a request is made."""

    method: str
    signing: Signing

    def __str__(self) -> str:
        return f"{self.method} request signed in the {self.signing}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found out about a path.

    Attributes:
        entry: The catalogue entry.
        verdict: Whether the path exists.
        reply: What the server responded.
    """

    entry: Entry
    verdict: Verdict
    reply: Reply


class CannotTellError(PandaPonError):
    """The server responds alike to paths that exist and paths that do not."""


class PathProbe:
    """Probes the paths of one surface, one request at a time.

    Args:
        client: Client of the surface. Its requests are signed; every one is sent once.
        operations: The documented operations of the surface.
        pause: Seconds between two requests.
        reads: Use reads with their own method instead of a method that no path has. Writes are left out then.
    """

    def __init__(
        self, client: Client, operations: Sequence[Operation[object]], *, pause: float, reads: bool = False
    ) -> None:
        self._client = client
        self._documented = [each for each in operations if each.inference is None]
        self._pause = pause
        self._reads = reads
        used = {each.method for each in operations}
        self._unused_method = next(method for method in _UNUSED_METHODS if method not in used)
        self._existing: dict[_Form, frozenset[Reply]] = {}
        self._missing: dict[_Form, frozenset[Reply]] = {}
        self._sent = False

    def targets(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return the inferred and candidate entries that can be probed."""
        return [
            entry
            for entry in entries
            if entry.inference is not None and entry.path and (not self._reads or entry.effect == "read")
        ]

    async def run(self, entries: Iterable[Entry]) -> AsyncIterator[Finding]:
        """Yield a finding for each entry, after calibrating for its form of request.

        Raises:
            CannotTellError: Existing and missing paths look alike.
            PandaPonError: The server cannot be reached.
        """
        for entry in self.targets(entries):
            form = self._form(entry)
            if form not in self._existing:
                await self._calibrate(form)
            reply = await self._send(form, _PARAMETER.sub("1", entry.path or ""))
            yield Finding(entry, self._verdict(form, reply), reply)

    def _form(self, entry: Entry) -> _Form:
        signing = entry.signing or ("query" if _QUERY_SIGNED in (entry.path or "") else "header")
        # With --reads, only reads get here, see targets().
        return _Form((entry.method or "GET") if self._reads else self._unused_method, signing)

    async def _calibrate(self, form: _Form) -> None:
        known = [
            each
            for each in self._documented
            if each.signing == form.signing and (not self._reads or (each.effect, each.method) == ("read", form.method))
        ]
        if not known:
            raise CannotTellError(f"the probe cannot tell: no documented {form} to compare with")
        existing = [await self._send(form, _PARAMETER.sub("1", each.path)) for each in known[:_SAMPLES]]
        missing = [await self._send(form, _made_up(each.path)) for each in known[:_SAMPLES]]
        self._existing[form], self._missing[form] = frozenset(existing), frozenset(missing)
        if self._existing[form] & self._missing[form]:
            advice = "" if self._reads else "; try --reads, which sends reads with their own method"
            raise CannotTellError(
                f"the probe cannot tell: the server responds to a {form} with {existing[0]} on a documented path and "
                f"with {missing[0]} on a made-up one{advice}"
            )

    def _verdict(self, form: _Form, reply: Reply) -> Verdict:
        if reply in self._missing[form]:
            return "missing"
        if reply in self._existing[form]:
            return "exists"
        # A read of its own may be rejected in its own way, but not as a made-up path is.
        return "exists" if self._reads and reply.status is not None and reply.status < 500 else "unclear"

    async def _send(self, form: _Form, path: str) -> Reply:
        if self._sent:
            await anyio.sleep(self._pause)
        self._sent = True
        # A write is never sent twice: one probe is one request.
        effect: Effect = "write"
        try:
            await self._client.request(form.method, path, signing=form.signing, effect=effect)
        except APIError as error:
            return Reply(error.http_status, error.code)
        except CallError as error:
            if error.http_status is None:
                raise
            return Reply(error.http_status, None)
        return Reply(200, None)


def _made_up(path: str) -> str:
    """Return a sibling of a path that no server has."""
    return f"{path.rpartition('/')[0].partition('{')[0].rstrip('/')}/{secrets.token_hex(8)}"

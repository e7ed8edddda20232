"""An HTTP response, read completely."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pandapon_async._core.http.headers import Headers

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["HttpResponse"]


class HttpResponse:
    """A response with its whole body."""

    def __init__(self, status: int, raw_headers: Sequence[tuple[bytes, bytes]], body: bytes) -> None:
        self.status = status
        self.body = body
        self._raw_headers = raw_headers

    @cached_property
    def headers(self) -> Headers:
        """Headers; built on first use, since a successful call does not read them."""
        return Headers(self._raw_headers)

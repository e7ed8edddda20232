"""Request parsing and responses of the admin interface."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pandapon_async.sandbox.json_text import JsonTextError, read_json, write_json

_DEFAULT_PAGE = 100
_LARGEST_PAGE = 1000
_LARGEST_BODY = 1024 * 1024
# Enough for the order numbers of a batch of millions.
LARGEST_LIST = 128 * 1024 * 1024


class BadRequestError(Exception):
    """An invalid request to the admin interface. The message says why."""


def json_response(value: Any) -> Response:
    """Return a JSON response."""
    return Response(write_json(value), media_type="application/json")


async def bad_request(_request: Request, error: BadRequestError) -> Response:
    """Return HTTP 400 with the reason."""
    return Response(write_json({"error": str(error)}), status_code=400, media_type="application/json")


async def read_body(request: Request, limit: int = _LARGEST_BODY) -> Any:
    """Return the decoded JSON body of a request.

    Args:
        request: The request.
        limit: Maximum number of bytes.

    Raises:
        BadRequestError: the body is not JSON, or too large.
    """
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise BadRequestError(f"body exceeds {limit} bytes")
    try:
        return read_json(bytes(body))
    except JsonTextError as error:
        raise BadRequestError(f"body is not valid JSON: {error}") from None


def page_bounds(request: Request) -> tuple[int, int]:
    """Return ``offset`` and ``limit`` of a request.

    Raises:
        BadRequestError: one of them is not a whole number, or too large.
    """
    offset = _whole_number(request, "offset", default=0, most=2**53)
    return offset, _whole_number(request, "limit", default=_DEFAULT_PAGE, most=_LARGEST_PAGE)


def _whole_number(request: Request, name: str, *, default: int, most: int) -> int:
    text = request.query_params.get(name, "")
    if not text:
        return default
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else most + 1
    if number > most:
        raise BadRequestError(f"{name} must be a whole number up to {most}")
    return number

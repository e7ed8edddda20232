"""The envelope: one form for the two styles in which the platform responds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from pandapon_async._core.call.evidence_terms import flag

if TYPE_CHECKING:
    from collections.abc import Callable

    from pandapon_async._core.call.operation import EnvelopeStyle
    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["WRAPPERS", "Envelope", "normal_code", "open_envelope"]

#: Fields of ``data`` that hold the actual result on some responses.
WRAPPERS: Final = ("result", "data", "model", "results")
_DEEPEST_WRAPPER: Final = 3


# Not frozen, like other classes that every call creates: attrs makes frozen instances more slowly.
@attrs.define(kw_only=True)
class Envelope:
    """What surrounds the data of a response.

    Attributes:
        ok: ``True``: the call succeeded. ``False``: the server rejected it. ``None``: the envelope does not tell.
        code: The code; an ``int``, also if it came as digits in a string.
        message: The text for the code.
        request_id: The platform's id of the request.
        developer_id: The developer's id.
        data: The content, undecoded.
    """

    ok: bool | None
    code: int | str | None
    message: str | None = attrs.field(repr=False)
    request_id: str | None
    developer_id: str | None
    data: JsonValue = attrs.field(repr=False)


def open_envelope(
    response: JsonValue, style: EnvelopeStyle, is_success: Callable[[int | str], bool]
) -> Envelope | None:
    """Read the envelope of a response.

    The documented style comes first; a response in the other one is understood too. A failure inside ``data``, or
    inside a wrapper in it, is a failure: its code and text replace the outer ones.

    Args:
        response: The decoded response.
        style: The documented style of the operation.
        is_success: Tells whether a code means success.

    Returns:
        The envelope, or ``None`` if the response is none.
    """
    if not isinstance(response, dict):
        return None
    name, other = ("code", "errorCode") if style == "code" else ("errorCode", "code")
    if name not in response:
        name = other
    success = flag(response.get("success"))
    if name not in response and success is None:
        return None
    code = normal_code(response.get(name))
    ok = _succeeded(code, success, is_success)
    message = _first_text(response, "msg", "errorMsg", "message")
    data = response.get("data")
    if ok and isinstance(data, dict) and (failed := _failed_result(data)) is not None:
        ok = False
        code = normal_code(failed.get("errorCode", failed.get("code")))
        message = _first_text(failed, "errorInfo", "errorMsg", "errorMessage", "msg", "message") or message
    return Envelope(
        ok=ok,
        code=code,
        message=message,
        request_id=_identifier(response.get("requestId")),
        developer_id=_identifier(response.get("developId")),
        data=data,
    )


def _succeeded(code: int | str | None, success: object, is_success: Callable[[int | str], bool]) -> bool | None:
    if success is False:
        return False
    if code is not None and is_success(code):
        return True
    if code is None or code == 0:
        # 0 is a placeholder in the documentation's samples and means success elsewhere: it takes a flag.
        return True if success else None
    return False


def _failed_result(data: JsonObject) -> JsonObject | None:
    """Return the object in ``data``, or in wrappers around the result, whose flag says no."""
    current = data
    for _ in range(_DEEPEST_WRAPPER):
        if "success" in current and flag(current["success"]) is False:
            return current
        inner = next((found for name in WRAPPERS if isinstance(found := current.get(name), dict)), None)
        if inner is None:
            return None
        current = inner
    return current if flag(current.get("success")) is False else None


def normal_code(value: JsonValue) -> int | str | None:
    """Return a code as an ``int`` if it is a number, also as text; ``None`` if there is none."""
    if type(value) is int:
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    if isinstance(value, str):
        text = value.strip()
        # Bounded, since the text may be anything.
        if text.isascii() and text.removeprefix("-").isdigit() and len(text) < 10:
            return int(text)
        return text[:100] or None
    return None


def _first_text(source: JsonObject, *names: str) -> str | None:
    for name in names:
        value = source.get(name)
        if isinstance(value, str) and value:
            return value
    return None


def _identifier(value: JsonValue) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    if isinstance(value, int) and abs(value) >= 10**100:
        return None
    # It goes into log lines and exception texts, so it must look like an identifier.
    text = str(value)
    return text if 0 < len(text) <= 100 and text.isprintable() else None

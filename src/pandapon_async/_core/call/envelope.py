"""The envelope: one shape out of the two styles in which the platform answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from pandapon_async._core.call.operation import EnvelopeStyle
    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["Envelope", "open_envelope"]

_CODE_FIELD: dict[EnvelopeStyle, str] = {"code": "code", "errorCode": "errorCode"}


# Not frozen: attrs pays for that with each one made.
@attrs.define(kw_only=True)
class Envelope:
    """What surrounds the data of an answer.

    Attributes:
        ok: ``True``: the call succeeded. ``False``: the server said no. ``None``: the envelope does not tell.
        code: The code; an ``int``, also where it came as digits in a string.
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


def open_envelope(answer: JsonValue, style: EnvelopeStyle, success_codes: AbstractSet[int]) -> Envelope | None:
    """Read an answer's envelope.

    The documented style comes first; an answer in the other one is understood too. A failure inside ``data``, below a
    successful envelope, is a failure: its code and text take the place of the outer ones.

    Args:
        answer: The decoded answer.
        style: The documented style of the operation.
        success_codes: Codes that mean success.

    Returns:
        The envelope, or ``None`` where the answer is none.
    """
    if not isinstance(answer, dict):
        return None
    name, other = ("code", "errorCode") if style == "code" else ("errorCode", "code")
    if name not in answer:
        name = other
    if name not in answer and not isinstance(answer.get("success"), bool):
        return None
    code = _code(answer.get(name))
    ok = _succeeded(code, answer.get("success"), success_codes)
    message = _first_text(answer, "msg", "errorMsg", "message")
    data = answer.get("data")
    if ok and isinstance(data, dict) and _is_false(data.get("success")):
        ok = False
        code = _code(data.get("errorCode"))
        message = _first_text(data, "errorInfo", "errorMsg", "msg", "message") or message
    return Envelope(
        ok=ok,
        code=code,
        message=message,
        request_id=_identifier(answer.get("requestId")),
        developer_id=_identifier(answer.get("developId")),
        data=data,
    )


def _succeeded(code: int | str | None, success: JsonValue, success_codes: AbstractSet[int]) -> bool | None:
    if _is_false(success):
        return False
    if code in success_codes:
        return True
    if code is None or code == 0:
        # 0 is a placeholder in the documentation's samples and success elsewhere in the world: it takes a flag.
        return True if success is True else None
    return False


def _is_false(value: JsonValue) -> bool:
    return value is False or value == "false"


def _code(value: JsonValue) -> int | str | None:
    if type(value) is int:
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    if isinstance(value, str):
        text = value.strip()
        # Bounded, since the text may be anything.
        return int(text) if text.isascii() and text.removeprefix("-").isdigit() and len(text) < 10 else text[:100]
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
    # It goes into log lines and exception texts, so it must look like an identifier.
    text = str(value)
    return text if 0 < len(text) <= 100 and text.isprintable() else None

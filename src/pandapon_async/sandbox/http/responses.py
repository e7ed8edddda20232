"""Responses in the platform's two envelope styles."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias
from uuid import uuid4

from pandapon_async.sandbox.http.authentication import Account
from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.refusal import Reason
from pandapon_async.sandbox.specification.operations import EnvelopeStyle, Operation

SUCCESS_CODE = 200
SUCCESS_MESSAGE = "成功"


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP response before faults are applied."""

    body: bytes
    status: int = 200
    content_type: bytes = b"application/json;charset=UTF-8"
    headers: tuple[tuple[bytes, bytes], ...] = ()


def success(operation: Operation, account: Account, data: bytes) -> Response:
    """Return the response to a successful call.

    Args:
        operation: The operation; its documented example fills the fields of the envelope.
        account: The caller.
        data: ``data`` as JSON.
    """
    example = operation.example or {}
    if operation.envelope == "errorCode":
        fields = {
            # A documented 0 is a placeholder of the documentation generator.
            "errorCode": example.get("errorCode") or SUCCESS_CODE,
            "errorMsg": example.get("errorMsg"),
            "success": example.get("success", True),
        }
    else:
        fields = _code_fields(example.get("code") or SUCCESS_CODE, SUCCESS_MESSAGE, account)
    return Response(_with_data(fields, data))


def failure(envelope: EnvelopeStyle, code: int | str, message: str, account: Account | None = None) -> Response:
    """Return a refusal: an envelope over HTTP 200, as the platform returns business errors."""
    if envelope == "errorCode":
        fields: dict[str, Any] = {"errorCode": code, "errorMsg": message, "success": False}
    else:
        fields = _code_fields(code, message, account)
    return Response(_with_data(fields, b"null"))


#: How unknown paths and wrong methods are told apart: HTTP 405 and 404, HTTP 404 for both, HTTP 200 for both with 405
#: and 404 in the envelope, or HTTP 401 for both.
ProbingMode: TypeAlias = Literal["405-404", "all-404", "all-200", "all-401"]

_PROBING: Mapping[tuple[ProbingMode | None, Reason], tuple[int, int]] = {
    (None, Reason.UNKNOWN_PATH): (404, 404),
    ("405-404", Reason.UNKNOWN_PATH): (404, 404),
    ("405-404", Reason.METHOD): (405, 405),
    ("all-404", Reason.UNKNOWN_PATH): (404, 404),
    ("all-404", Reason.METHOD): (404, 404),
    ("all-200", Reason.UNKNOWN_PATH): (200, 404),
    ("all-200", Reason.METHOD): (200, 405),
    ("all-401", Reason.UNKNOWN_PATH): (401, 401),
    ("all-401", Reason.METHOD): (401, 401),
}


def early_refusal(reason: Reason, message: str, mode: ProbingMode | None) -> Response:
    """Return the refusal of a call that no operation serves.

    Args:
        reason: ``UNKNOWN_PATH``, or ``METHOD`` if a mode is given.
        message: The reason, for people; left out by modes that tell nothing.
        mode: How much the response tells.
    """
    status, code = _PROBING[mode, reason]
    text = message if mode in {None, "405-404", "all-200"} else "not available"
    return Response(failure("code", code, text).body, status)


def error_page(status: int, headers: tuple[tuple[bytes, bytes], ...] = ()) -> Response:
    """Return an HTML error page, as a proxy in front of a service does."""
    page = f"<html><head><title>{status}</title></head><body><h1>{status}</h1><hr>sandbox</body></html>"
    return Response(page.encode(), status, b"text/html", headers)


def _code_fields(code: int | str, message: str, account: Account | None) -> dict[str, Any]:
    return {
        "requestId": uuid4().hex,
        "code": code,
        "developId": None if account is None else account.developer_id,
        "msg": message,
    }


def _with_data(fields: dict[str, Any], data: bytes) -> bytes:
    return write_json(fields)[:-1] + b',"data":' + data + b"}"

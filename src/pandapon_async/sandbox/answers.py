"""Answers in the two envelopes of the platform."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from pandapon_async.sandbox.authentication import Account
from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.specification import EnvelopeStyle, Operation

SUCCESS_CODE = 200
SUCCESS_MESSAGE = "成功"


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer as it would go out if nothing befell it."""

    body: bytes
    status: int = 200
    content_type: bytes = b"application/json;charset=UTF-8"
    headers: tuple[tuple[bytes, bytes], ...] = ()


def success(operation: Operation, account: Account, data: bytes) -> Answer:
    """Answer that a call was done.

    Args:
        operation: Its documented example fills the fields around the data.
        account: The caller.
        data: Encoded JSON.
    """
    example = operation.example or {}
    if operation.envelope == "errorCode":
        fields = {
            # A documented 0 is a placeholder of the generator of the documentation.
            "errorCode": example.get("errorCode") or SUCCESS_CODE,
            "errorMsg": example.get("errorMsg"),
            "success": example.get("success", True),
        }
    else:
        fields = _code_fields(example.get("code") or SUCCESS_CODE, SUCCESS_MESSAGE, account)
    return Answer(_with_data(fields, data))


def failure(envelope: EnvelopeStyle, code: int, message: str, account: Account | None = None) -> Answer:
    """Answer that a call was not done, in an envelope over HTTP 200, as business errors come."""
    if envelope == "errorCode":
        fields: dict[str, Any] = {"errorCode": code, "errorMsg": message, "success": False}
    else:
        fields = _code_fields(code, message, account)
    return Answer(_with_data(fields, b"null"))


def error_page(status: int, headers: tuple[tuple[bytes, bytes], ...] = ()) -> Answer:
    """Answer as a proxy in front of a service does: a page of HTML."""
    page = f"<html><head><title>{status}</title></head><body><h1>{status}</h1><hr>sandbox</body></html>"
    return Answer(page.encode(), status, b"text/html", headers)


def _code_fields(code: int, message: str, account: Account | None) -> dict[str, Any]:
    return {
        "requestId": uuid4().hex,
        "code": code,
        "developId": None if account is None else account.developer_id,
        "msg": message,
    }


def _with_data(fields: dict[str, Any], data: bytes) -> bytes:
    return write_json(fields)[:-1] + b',"data":' + data + b"}"

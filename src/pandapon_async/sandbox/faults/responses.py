"""What faults make of responses: errors in their place, and successes that contradict themselves."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from pandapon_async.sandbox.faults.plan import Fault
from pandapon_async.sandbox.http.responses import SUCCESS_CODE, SUCCESS_MESSAGE, Response, error_page, failure
from pandapon_async.sandbox.json_text import read_json, write_json
from pandapon_async.sandbox.specification.operations import EnvelopeStyle

_Headers = tuple[tuple[bytes, bytes], ...]

_MESSAGE: Final = "injected by the sandbox"
_NO: Final[Mapping[str, Any]] = {"errorCode": "OUT_OF_STOCK", "errorInfo": "out of stock"}
_ENVELOPE_NO: Final[Mapping[str, Any]] = {"success_text": "False", "success_zero": 0}
_DATA_NO: Final[Mapping[str, Any]] = {
    "success_text": None,
    "success_zero": None,
    "inner_success_text": {"success": "False", **_NO},
    "nested": {"result": {"success": False, **_NO}, "success": True},
    "data_false": False,
    "data_code": {"code": 500, "message": "timeout"},
    "json_text": write_json({"success": False, **_NO}).decode(),
    "text": "OUT-OF-STOCK-500",
}
# Replaced in the encoded body; a private character that no response contains.
_MARK: Final = "\ue000"
_ID_FIELDS: Final = ("purchaseOrderId", "orderId")


def replacement(fault: Fault, envelope: EnvelopeStyle, headers: _Headers) -> Response:
    """Return the response that a fault sends in place of a call.

    Args:
        fault: The fault.
        envelope: Style of the operation.
        headers: Additional headers.
    """
    match fault.kind, fault.argument:
        case "status", int(status):
            return error_page(status, headers)
        case "code", int(code):
            return Response(failure(envelope, code, _MESSAGE).body, headers=headers)
        case "refusal", (code, status):
            return Response(failure(envelope, code, _MESSAGE).body, status, headers=headers)
        case "inner_refusal", (code, _):
            return _enveloped(envelope, {"success": False, "errorCode": str(code), "errorInfo": _MESSAGE})
        case "throttled", _:
            return Response(failure(envelope, 429, "too many requests").body, 429, headers=headers)
        case "no_in_data", str(form):
            fields = {} if form not in _ENVELOPE_NO else {"success": _ENVELOPE_NO[form]}
            return _enveloped(envelope, _DATA_NO[form], **fields)
        case _:
            raise ValueError(f"{fault.kind} replaces no response")


def changed(
    response: Response, fault: Fault, envelope: EnvelopeStyle, missing: Sequence[Mapping[str, Any]], headers: _Headers
) -> Response:
    """Return the response to a successful call as a fault changes it.

    Args:
        response: The successful response.
        fault: The fault.
        envelope: Style of the operation.
        missing: The lines of the request that were not placed.
        headers: Additional headers.
    """
    if fault.kind in _DATA_CHANGES:
        fields = read_json(response.body)
        data = _DATA_CHANGES[fault.kind](fields["data"], fault.argument, missing)
        return Response(write_json({**fields, "data": data}))
    if fault.kind in _BODY_CHANGES:
        return Response(_BODY_CHANGES[fault.kind](response.body))
    match fault.kind:
        case "malformed":
            return error_page(200)
        case "http_status":
            return Response(response.body, fault.argument, headers=headers)
        case "empty_error_code":
            return _without_error(response, envelope)
        case "contradiction":
            return _with_code(response, envelope, fault.argument)
        case _:
            return replacement(fault, envelope, headers)


def _enveloped(envelope: EnvelopeStyle, data: Any, **fields: Any) -> Response:
    if envelope == "errorCode":
        return Response(
            write_json({"errorCode": SUCCESS_CODE, "errorMsg": None, "success": True, **fields, "data": data})
        )
    return Response(
        write_json({"requestId": "0" * 32, "code": SUCCESS_CODE, "msg": SUCCESS_MESSAGE, **fields, "data": data})
    )


def _with_fields(data: Any, fields: Mapping[str, Any]) -> Any:
    match data:
        case {**known}:
            return {**known, **fields}
        case [*items]:
            return [_with_fields(item, fields) for item in items]
        case _:
            return {"orderId": data, **fields}


def _in_part(data: Any, form: str, missing: Sequence[Mapping[str, Any]]) -> Any:
    failed = [
        {
            "offerId": line.get("offerId") or line.get("offerMapId") or line.get("itemId"),
            "specId": line.get("specId") or line.get("skuId"),
            "errorCode": "OUT_OF_STOCK",
            "errorMessage": "out of stock",
        }
        for line in missing
    ]
    refused = {"orderId": None, "success": False, "resultCode": "500_004", "message": "out of stock"}
    if not missing:
        return data
    match data, form:
        case [*orders], "wrapped":
            return _result([*orders, {**refused, "failedOfferList": failed}])
        case [*orders], _:
            return [*orders, {**refused, "failedOfferList": failed}]
        case {**fields}, "order_list":
            order_id = next((fields[name] for name in _ID_FIELDS if name in fields), None)
            placed = {"orderId": order_id, "success": True, "resultCode": "200", "message": None}
            return {**fields, "orderList": [placed, refused]}
        case {**fields}, "wrapped":
            return _result({**fields, "failedOfferList": failed})
        case {**fields}, _:
            return {**fields, "failedOfferList": failed}
        case _:
            return data


def _result(inner: Any) -> dict[str, Any]:
    return {"result": inner, "success": True, "code": "", "message": ""}


def _wrapped(data: Any) -> dict[str, Any]:
    if data is None:
        inner: dict[str, Any] = {"result": None, "success": False, "code": "404", "message": "the record is gone"}
    else:
        inner = {"result": data, "success": True, "code": "200", "message": None}
    return {"result": inner}


def _without_error(response: Response, envelope: EnvelopeStyle) -> Response:
    fields = read_json(response.body)
    empty = {"errorCode": "", "errorMsg": "", "success": True}
    if envelope == "errorCode":
        return Response(write_json({**fields, **empty}))
    return Response(write_json({**fields, "data": _with_fields(fields["data"], empty)}))


def _with_code(response: Response, envelope: EnvelopeStyle, code: Any) -> Response:
    fields = read_json(response.body)
    name = "errorCode" if envelope == "errorCode" else "code"
    return Response(write_json({**fields, name: code, "success": True}))


def _with_bytes_in_string(body: bytes, what: bytes) -> bytes:
    fields = read_json(body)
    data, is_marked = _marked(fields["data"])
    fields = {**fields, "data": data}
    if not is_marked:
        name = "errorMsg" if "errorCode" in fields else "msg"
        fields[name] = f"{fields.get(name) or ''}{_MARK}"
    return write_json(fields).replace(_MARK.encode(), what)


def _marked(value: Any) -> tuple[Any, bool]:
    """Return the value with a mark in its first string that is not an id, and whether there is one."""
    match value:
        case {**fields}:
            for name, item in fields.items():
                changed_item, is_marked = _marked(item)
                if is_marked:
                    return {**fields, name: changed_item}, True
        case [*items]:
            for position, item in enumerate(items):
                changed_item, is_marked = _marked(item)
                if is_marked:
                    return [*items[:position], changed_item, *items[position + 1 :]], True
        case str() if not value.isdigit():
            return value + _MARK, True
        case _:
            pass
    return value, False


def _with_nulls(value: Any) -> Any:
    match value:
        case {**fields}:
            return {name: _with_nulls(item) for name, item in fields.items()}
        case [*items]:
            return [None, *(_with_nulls(item) for item in items)]
        case _:
            return value


def _with_wrong_types(value: Any) -> Any:
    """Change every scalar to another JSON type that preserves its meaning where possible."""
    match value:
        case {**fields}:
            return {name: _with_wrong_types(item) for name, item in fields.items()}
        case [*items]:
            return [_with_wrong_types(item) for item in items]
        case bool():
            return str(value).lower()
        case int() | float():
            return str(value)
        case str():
            return int(value) if value.isascii() and value.isdigit() else [value]
        case _:
            return []


_DATA_CHANGES: Final[Mapping[str, Callable[[Any, Any, Sequence[Mapping[str, Any]]], Any]]] = {
    "wrong-types": lambda data, _argument, _missing: _with_wrong_types(data),
    "null_in_list": lambda data, _argument, _missing: _with_nulls(data),
    "placed_in_part": _in_part,
    "success_false_with_id": lambda data, _argument, _missing: _with_fields(data, {"success": False}),
    "wrapped_result": lambda data, is_gone, _missing: _wrapped(None if is_gone else data),
}
_BODY_CHANGES: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "truncate": lambda body: body[: len(body) // 2],
    "empty": lambda _body: b"",
    "byte_order_mark": lambda body: b"\xef\xbb\xbf" + body,
    "lone_surrogate": lambda body: _with_bytes_in_string(body, b"\\ud83d"),
    "invalid_byte": lambda body: _with_bytes_in_string(body, b"\xff"),
}

"""The vocabulary of evidence: fields, flags, codes, texts and ids by which responses say what became of a call.

It covers the platform's own responses and those of the platforms that it forwards.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = [
    "CERTAIN_CODES",
    "CONFIRMATIONS",
    "FAILURE_TEXT",
    "LONGEST_NAME",
    "LONGEST_TEXT",
    "ORDER_OBJECT",
    "SEPARATORS",
    "flag",
    "holds_results",
    "is_no_error",
    "kind_of",
    "line_name",
    "looks_like_id",
    "plain_name",
    "says_failure",
]

Kind: TypeAlias = Literal["flag", "status", "code", "error_text", "failure", "id", "wrapper", "text", "other"]

LONGEST_NAME: Final = 100
LONGEST_TEXT: Final = 2000

_YES: Final = frozenset({"true", "t", "yes", "y", "1", "success", "ok"})
_NO: Final = frozenset({"false", "f", "no", "n", "0", "fail", "failed", "failure", "error"})
#: What stands in the place of a code or an error text where there is no error.
_NO_ERROR: Final = frozenset({"", "0", "200", "null", "none", "nil", "undefined"})
#: Texts that confirm, and say nothing else.
CONFIRMATIONS: Final = frozenset(
    {"success", "successful", "succeeded", "succeed", "ok", "okay", "done", "成功", "操作成功", "请求成功", "下单成功"}
    | {"创建成功", "提交成功", "处理成功", "支付成功", "无", "true"}
)
FAILURE_TEXT: Final = re.compile(
    r"exception|error|fail|time[d _-]*out|refused|denied|invalid|not found|unsuccess"
    r"|失败|异常|错误|超时|不足|无效|拒绝",
    re.IGNORECASE,
)
#: The same for texts that are there in any case: narrower, since "no error" is a confirmation.
_FAILURE_MESSAGE: Final = re.compile(
    r"exception|\bfail(?:ed|ure)?\b|timed? ?out|unsuccess|失败|异常|超时|不足", re.IGNORECASE
)
_FAILURE_STATUS: Final = frozenset({"fail", "failed", "failure", "error", "exception", "rejected", "refused"})

_FLAGS: Final = frozenset({"success", "issuccess", "succeed", "succeeded", "successful", "issuccessful", "issucceed"})
_CODES: Final = frozenset(
    {"code", "errorcode", "errcode", "resultcode", "retcode", "subcode", "bizerrorcode", "bizcode", "errcodes"}
    | {"suberrorcode", "returncode", "respcode"}
)
#: ``code`` by itself may be anything, such as that of a province; these name an error wherever they stand.
CERTAIN_CODES: Final = _CODES - {"code", "bizcode", "subcode"}
_ERROR_TEXTS: Final = frozenset(
    {"errormsg", "errormessage", "errorinfo", "errmsg", "erromsg", "errmessage", "error", "suberrormsg", "bizerrormsg"}
    | {"innererrormsg", "failreason", "failurereason", "failmsg"}
)
_TEXTS: Final = frozenset({"msg", "message"})
_STATUSES: Final = frozenset({"status", "state", "resultstatus", "orderstatus", "createstatus", "bizstatus"})
_WRAPPERS: Final = frozenset(
    {"data", "result", "results", "model", "module", "content", "response", "body", "value", "returnvalue", "obj"}
)
_ORDER_ID: Final = re.compile(
    r"(?:purchase|booking|trade|biz)?(?:order|trade|purchase|booking)(?:id|no|num|number|sn|code)s?(?:str|ofstr|list)?"
)
#: The caller's own numbers, and ids of parts of an order.
_NOT_ORDER_ID: Final = re.compile(r"seller|outer|caller|client|sub|line|item|refund|parent|^out")
_ORDERS: Final = re.compile(
    r"(?:success|succeeded|created|purchase|trade)*(?:order|trade|purchase)?s?(?:list|infos?|results?)*"
)
ORDER_OBJECT: Final = re.compile(r"(?:base|order|trade|purchase)(?:order|base)?(?:info|data|result|vo|dto|model)?")
_FAILURE_WORDS: Final = frozenset(
    {"fail", "fails", "failed", "failure", "failures", "error", "errors", "cant", "cannot", "unavailable", "invalid"}
    | {"reject", "rejected", "rejects", "refused", "unsuccessful", "exception", "exceptions", "missing"}
)
#: With one of these words, a name is not about parts that failed.
_NO_FAILURE_WORDS: Final = frozenset(
    {"time", "times", "date", "day", "days", "hour", "hours", "type", "url", "callback"}
)
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_BARE_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{5,63}")
_NAMED_ID: Final = re.compile(r"(?=[^0-9]*[0-9])[A-Za-z0-9_+/=.:-]{1,128}")
SEPARATORS: Final = re.compile("[,;\uff0c\uff1b]")
#: By what a line that was not placed is named.
_LINE_NAMES: Final = (
    "offerId",
    "specId",
    "itemId",
    "skuId",
    "orderId",
    "gspOrderId",
    "purchaseOrderId",
    "productId",
    "id",
)


def flag(value: JsonValue) -> bool | None:
    """Return what a flag says, in any of its spellings; ``None`` if it says nothing."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return bool(value) if value in (0, 1) else None
    if isinstance(value, str):
        text = value.strip().casefold()
        return True if text in _YES else False if text in _NO else None
    return None


def is_no_error(value: JsonValue) -> bool:
    """Return whether a value in the place of an error code means that there is no error."""
    if value is None or value is False:
        return True
    if isinstance(value, str):
        return value.strip().casefold() in _NO_ERROR
    return isinstance(value, int | float) and not isinstance(value, bool) and value in (0, 200)


def looks_like_id(value: JsonValue, *, named: bool) -> bool:
    """Return whether a value can be an id.

    Args:
        value: A text or number.
        named: Whether it stands in a field for ids. Elsewhere, more is demanded of it.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        return False
    text = str(value)
    if FAILURE_TEXT.search(text) or not text.strip("0"):
        return False
    if isinstance(value, int) and value < 0:
        return False
    if named:
        return _NAMED_ID.fullmatch(text) is not None and text != "-1"
    digits = sum(character in "0123456789" for character in text)
    return _BARE_ID.fullmatch(text) is not None and digits >= 6 and digits * 2 >= len(text)


def says_failure(key: str, value: JsonValue) -> bool:
    """Return whether a text field tells of a failure."""
    kind = kind_of(key)
    if kind == "error_text":
        if isinstance(value, str):
            return FAILURE_TEXT.search(value[:LONGEST_TEXT]) is not None
        return plain_name(key) == "error" and bool(value)
    if not isinstance(value, str):
        return False
    if kind == "status":
        return value.strip().casefold() in _FAILURE_STATUS
    return kind == "text" and _FAILURE_MESSAGE.search(value[:LONGEST_TEXT]) is not None


def holds_results(name: str) -> bool:
    return kind_of(name) in ("wrapper", "flag") or _ORDERS.fullmatch(plain_name(name)) is not None


def line_name(source: JsonObject) -> str | None:
    names = [str(source[key]) for key in _LINE_NAMES if isinstance(source.get(key), str | int) and source[key]]
    return "/".join(names[:2])[:LONGEST_NAME] or None


@lru_cache(maxsize=1024)
def plain_name(key: str) -> str:
    return key.replace("_", "").replace("-", "").casefold()


@lru_cache(maxsize=1024)
def kind_of(key: str) -> Kind:
    """Return what a field is about, by its name."""
    plain = plain_name(key)
    if plain in _FLAGS:
        return "flag"
    if plain in _CODES:
        return "code"
    if plain in _ERROR_TEXTS:
        return "error_text"
    if plain in _TEXTS:
        return "text"
    if plain in _WRAPPERS:
        return "wrapper"
    if plain in _STATUSES:
        return "status"
    words = {word.casefold() for word in _WORD.findall(key)}
    if words & _FAILURE_WORDS and not words & _NO_FAILURE_WORDS:
        return "failure"
    if _ORDER_ID.fullmatch(plain) and not _NOT_ORDER_ID.search(plain):
        return "id"
    return "other"

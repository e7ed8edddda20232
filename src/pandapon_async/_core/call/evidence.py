"""Evidence: everything in a response to a write that says what became of the call.

The platform's responses are documented in part, and it forwards responses of other platforms that state success in
several places. So the whole response is read: the envelope, ``data``, known wrappers around the result, JSON inside
strings, and lists of orders and goods. :mod:`outcomes` decides from what is found here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from pandapon_async._core.schema.json import JsonError, load_json_exactly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pandapon_async._core.call.operation import EvidenceRules
    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["Evidence", "flag", "gather", "is_no_error", "looks_like_id"]

_Kind: TypeAlias = Literal["flag", "status", "code", "error_text", "failure", "id", "wrapper", "text", "other"]

_DEPTH: Final = 12
_MOST_NAMES: Final = 50
_LONGEST_NAME: Final = 100
_LONGEST_TEXT: Final = 2000
#: Whole numbers below this are exact as a float.
_EXACT_FLOATS: Final = 2**53

_YES: Final = frozenset({"true", "t", "yes", "y", "1", "success", "ok"})
_NO: Final = frozenset({"false", "f", "no", "n", "0", "fail", "failed", "failure", "error"})
#: What stands in the place of a code or an error text where there is no error.
_NO_ERROR: Final = frozenset({"", "0", "200", "null", "none", "nil", "undefined"})
#: Texts that confirm, and say nothing else.
_CONFIRMATIONS: Final = frozenset(
    {"success", "successful", "succeeded", "succeed", "ok", "okay", "done", "成功", "操作成功", "请求成功", "下单成功"}
    | {"创建成功", "提交成功", "处理成功", "支付成功", "无", "true"}
)
_FAILURE_TEXT: Final = re.compile(
    r"exception|error|fail|time[d _-]*out|refused|denied|invalid|not found|unsuccess|失败|异常|错误|超时|不足|无效|拒绝",
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
_CERTAIN_CODES: Final = _CODES - {"code", "bizcode", "subcode"}
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
_ORDER_OBJECT: Final = re.compile(r"(?:base|order|trade|purchase)(?:order|base)?(?:info|data|result|vo|dto|model)?")
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
_SEPARATORS: Final = re.compile(r"[,;，；]")
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


@attrs.define(kw_only=True, eq=False)
class Evidence:
    """What a response says about a write.

    Attributes:
        denied: A statement that the call failed: ``success`` is false, or there is an error code.
        contradicted: Statements of one object exclude each other, such as ``success: true`` beside an error code.
        unclear: The place of the id holds a text that is neither an id nor a confirmation.
        codes: All error codes, the outermost first.
        message: The text beside the last of them.
        ids: All ids of what was created, in the order of the response.
        no_id: Whether the operation should return an id and the response has none.
        failures: How many parts were not done.
        missing: Names of these parts, as far as they have one.
        inexact: Whether an id was a float too large to be exact; the response has to be decoded exactly.
    """

    denied: bool = False
    contradicted: bool = False
    unclear: bool = False
    codes: tuple[int | str, ...] = ()
    message: str | None = attrs.field(default=None, repr=False)
    ids: tuple[str, ...] = ()
    no_id: bool = False
    failures: int = 0
    missing: tuple[str, ...] = ()
    inexact: bool = False


def gather(
    response: JsonValue,
    rules: EvidenceRules,
    is_success: Callable[[int | str], bool],
    *,
    returns_flag: bool = False,
) -> Evidence:
    """Read a whole response.

    Args:
        response: The decoded body.
        rules: What the specification says about the evidence of the operation.
        is_success: Tells whether a code means success.
        returns_flag: Whether the documented result is a flag: then ``false`` is a result, for the caller to read.
    """
    found = _Reader(rules, is_success, returns_flag=returns_flag)
    found.read_chain(response, "", 0)
    ids = tuple(dict.fromkeys(found.ids))
    return Evidence(
        denied=found.denied,
        contradicted=found.contradicted,
        unclear=found.unclear and not ids,
        codes=tuple(found.codes),
        message=found.message,
        ids=ids,
        no_id=rules.expects_id and not ids,
        failures=found.failures,
        missing=tuple(dict.fromkeys(found.missing))[:_MOST_NAMES],
        inexact=found.inexact,
    )


def flag(value: JsonValue) -> bool | None:
    """Return what a flag says, in any of its spellings; ``None`` if it says nothing."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return {0: False, 1: True}.get(value)
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
    if _FAILURE_TEXT.search(text) or not text.strip("0"):
        return False
    if isinstance(value, int) and value < 0:
        return False
    if named:
        return _NAMED_ID.fullmatch(text) is not None and text != "-1"
    digits = sum(character in "0123456789" for character in text)
    return _BARE_ID.fullmatch(text) is not None and digits >= 6 and digits * 2 >= len(text)


class _Reader:
    """Reads one response, or one item of a list in it."""

    def __init__(
        self, rules: EvidenceRules, is_success: Callable[[int | str], bool], *, returns_flag: bool = False
    ) -> None:
        self._returns_flag = returns_flag
        self._rules = rules
        self._is_success = is_success
        self.denied = False
        self.contradicted = False
        self.unclear = False
        self.codes: list[int | str] = []
        self.message: str | None = None
        self.ids: list[str] = []
        self.failures = 0
        self.inexact = False
        self.missing: list[str] = []

    # -- the chain: the envelope, data, and wrappers around the result -------------------------------------------------

    def read_chain(self, value: JsonValue, name: str, depth: int) -> None:
        """Read a value that is the response, its data, or the content of a wrapper."""
        if depth > _DEPTH:
            self.unclear = True
        elif isinstance(value, dict):
            self._read_object(value, depth, chain=True)
        elif isinstance(value, list):
            self._read_list(value, name, depth)
        elif isinstance(value, str):
            self._read_text(value, name, depth)
        elif value is False:
            if not self._returns_flag:
                self._deny()
        elif isinstance(value, int | float) and not isinstance(value, bool):
            self._read_bare(value)

    def _read_text(self, text: str, name: str, depth: int) -> None:
        stripped = text.strip()
        if stripped[:1] in ("{", "[", '"'):
            try:
                inner = load_json_exactly(stripped)
            except JsonError:
                self.unclear = True
            else:
                self.read_chain(inner, name, depth + 1)
            return
        if flag(text) is False or _FAILURE_TEXT.search(stripped[:_LONGEST_TEXT]):
            self._deny(message=stripped)
        elif stripped and stripped.casefold() not in _CONFIRMATIONS and flag(text) is None:
            self._read_bare(stripped)

    def _read_bare(self, value: str | float) -> None:
        """Read a value that stands where a whole result could be."""
        if not self._rules.ids_matter:
            return
        parts = _SEPARATORS.split(value) if isinstance(value, str) else [value]
        if all(looks_like_id(part.strip() if isinstance(part, str) else part, named=False) for part in parts):  # type: ignore[arg-type]
            self.ids += [str(part).strip() for part in parts]
        else:
            self.unclear |= self._rules.expects_id

    # -- objects -------------------------------------------------------------------------------------------------------

    def _read_object(self, source: JsonObject, depth: int, *, chain: bool, parts: bool = False) -> None:
        flags = [
            stated for key, value in source.items() if _kind(key) == "flag" and (stated := flag(value)) is not None
        ]
        error = self._error_code(source, chain=chain)
        text = next((value for key, value in source.items() if _kind(key) in ("error_text", "text") and value), None)
        message = text if isinstance(text, str) else None
        if False in flags or error is not None:
            self._deny(error, message)
            self.contradicted |= True in flags
        elif any(_says_failure(key, value) for key, value in source.items()):
            self._deny(None, message)
            # No code and no flag says so: only a text.
            self.contradicted = True
        elif True in flags and self.denied:
            # An outer object says no, this inner one says yes.
            self.contradicted = True
        self.ids += self._ids_of(source, parts=parts)
        for key, value in source.items():
            self._read_field(key, value, depth, chain=chain, parts=parts)

    def _read_field(self, key: str, value: JsonValue, depth: int, *, chain: bool, parts: bool) -> None:
        kind = _kind(key)
        if key in self._rules.flags:
            if flag(value) is False:
                self._deny()
        elif kind == "failure" or key in self._rules.empty:
            self._read_failures(key, value)
        elif kind == "wrapper" and chain:
            self.read_chain(value, key, depth + 1)
        elif isinstance(value, dict):
            self._read_inner(key, value, depth, parts=parts)
        elif isinstance(value, list):
            self._read_list(value, key, depth, parts=parts or not _holds_results(key))
        elif isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
            self._read_json_text(key, value, depth, parts=parts)

    def _read_json_text(self, key: str, text: str, depth: int, *, parts: bool) -> None:
        try:
            inner = load_json_exactly(text)
        except JsonError:
            return
        if depth <= _DEPTH:
            self._read_field(key, inner, depth + 1, chain=False, parts=parts)

    def _read_inner(self, key: str, source: JsonObject, depth: int, *, parts: bool) -> None:
        """Read an object beside the chain. What it denies is a part of the call, not the call."""
        if depth > _DEPTH:
            self.unclear = True
            return
        inner = _Reader(self._rules, self._is_success)
        inner._read_object(source, depth + 1, chain=False, parts=parts or not _ORDER_OBJECT.fullmatch(_plain(key)))
        self._add_part(inner, _line_name(source) or key)

    def _read_list(self, items: list[JsonValue], name: str, depth: int, *, parts: bool = False) -> None:
        if depth > _DEPTH:
            self.unclear = True
            return
        for index, item in enumerate(items):
            if isinstance(item, dict):
                inner = _Reader(self._rules, self._is_success)
                inner._read_object(item, depth + 1, chain=False, parts=parts)
                self._add_part(inner, _line_name(item) or f"{name}[{index}]")
            elif isinstance(item, list):
                self._read_list(item, name, depth + 1, parts=parts)
            elif item is False:
                self.failures += 1
            elif isinstance(item, str | int) and not isinstance(item, bool) and _holds_results(name) and not parts:
                if self._rules.ids_matter and looks_like_id(item, named=False):
                    self.ids.append(str(item).strip())

    def _add_part(self, part: _Reader, name: str) -> None:
        self.ids += part.ids
        self.contradicted |= part.contradicted
        self.unclear |= part.unclear
        self.failures += part.failures
        self.inexact |= part.inexact
        self.missing += part.missing
        if part.denied:
            self.failures += 1
            self.missing.append(name)
            # A part that failed and has an id: nobody can tell.
            self.contradicted |= bool(part.ids)
        self.codes += part.codes
        self.message = self.message or part.message

    def _read_failures(self, key: str, value: JsonValue) -> None:
        """Read a field that lists or counts what failed."""
        if isinstance(value, str):
            stripped = value.strip()
            if stripped[:1] in ("{", "["):
                try:
                    return self._read_failures(key, load_json_exactly(stripped))
                except JsonError:
                    pass
            if flag(value) is False or is_no_error(value) or stripped.casefold() in _CONFIRMATIONS:
                return None
            value = [stripped]
        if isinstance(value, bool | int | float) or value is None:
            self.failures += 1 if value else 0
            return None
        items = value if isinstance(value, list) else [value] if value else []
        for item in items:
            self.failures += 1
            name = _line_name(item) if isinstance(item, dict) else str(item) if isinstance(item, str | int) else None
            self.missing.append((name or key)[:_LONGEST_NAME])
            if isinstance(item, dict):
                self._read_failed_item(item)
        return None

    def _read_failed_item(self, item: JsonObject) -> None:
        error = self._error_code(item, chain=True)
        if error is not None:
            self.codes.append(error)
        ids = self._ids_of(item, parts=False)
        if ids and self._rules.ids_matter:
            # An order that has an id and is listed as failed.
            self.ids += ids
            self.contradicted = True

    # -- codes and ids -------------------------------------------------------------------------------------------------

    def _deny(self, code: int | str | None = None, message: str | None = None) -> None:
        self.denied = True
        # Inner statements are read later, and are closer to what happened.
        if code is not None:
            self.codes.append(code)
        if message is not None and (code is not None or self.message is None):
            self.message = message

    def _error_code(self, source: JsonObject, *, chain: bool) -> int | str | None:
        states = chain or any(_kind(key) in ("flag", "error_text", "text") for key in source)
        for key, value in source.items():
            if _kind(key) != "code" or isinstance(value, dict | list | bool):
                continue
            if not states and _plain(key) not in _CERTAIN_CODES:
                continue
            if is_no_error(value) or (isinstance(value, str | int) and self._is_success(value)):
                continue
            return value if isinstance(value, int) and not isinstance(value, bool) else str(value).strip()[:100]
        return None

    def _ids_of(self, source: JsonObject, *, parts: bool) -> list[str]:
        found: list[str] = []
        for key, value in source.items():
            is_order_id = _kind(key) == "id"
            # In parts of an order, a declared name such as "id" is that of the part.
            counts = (is_order_id and (key in self._rules.ids or not parts)) or (key in self._rules.ids and not parts)
            # "id" is "idOfStr" again, as a number that some serialisers round.
            if counts and not (key == "id" and looks_like_id(source.get("idOfStr"), named=True)):
                found += _ids_in(value)
                self.inexact |= isinstance(value, float) and abs(value) >= _EXACT_FLOATS
        return found


def _ids_in(value: JsonValue) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _ids_in(item)
        return
    if isinstance(value, str):
        stripped = value.strip()
        if stripped[:1] in ("[", '"'):
            try:
                yield from _ids_in(load_json_exactly(stripped))
            except JsonError:
                pass
            return
        for part in _SEPARATORS.split(stripped):
            if looks_like_id(part.strip(), named=True):
                yield part.strip()
    elif isinstance(value, float):
        if value.is_integer() and 0 < value < _EXACT_FLOATS:
            yield str(int(value))
    elif looks_like_id(value, named=True):
        yield str(value)


def _says_failure(key: str, value: JsonValue) -> bool:
    """Return whether a text field tells of a failure."""
    kind = _kind(key)
    if kind == "error_text":
        if isinstance(value, str):
            return _FAILURE_TEXT.search(value[:_LONGEST_TEXT]) is not None
        return _plain(key) == "error" and bool(value)
    if not isinstance(value, str):
        return False
    if kind == "status":
        return value.strip().casefold() in _FAILURE_STATUS
    return kind == "text" and _FAILURE_MESSAGE.search(value[:_LONGEST_TEXT]) is not None


def _holds_results(name: str) -> bool:
    return _kind(name) in ("wrapper", "flag") or _ORDERS.fullmatch(_plain(name)) is not None


def _line_name(source: JsonObject) -> str | None:
    names = [str(source[key]) for key in _LINE_NAMES if isinstance(source.get(key), str | int) and source[key]]
    return "/".join(names[:2])[:_LONGEST_NAME] or None


@lru_cache(maxsize=1024)
def _plain(key: str) -> str:
    return key.replace("_", "").replace("-", "").casefold()


@lru_cache(maxsize=1024)
def _kind(key: str) -> _Kind:
    """Return what a field is about, by its name."""
    plain = _plain(key)
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

"""Evidence: everything in a response to a write that says what became of the call.

The platform's responses are documented in part, and it forwards responses of other platforms that state success in
several places. So the whole response is read: the envelope, ``data``, known wrappers around the result, JSON inside
strings, and lists of orders and goods. :mod:`outcomes` decides from what is found here.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

import attrs

from pandapon_async._core.call.evidence_terms import (
    CERTAIN_CODES,
    CONFIRMATIONS,
    FAILURE_TEXT,
    LONGEST_NAME,
    LONGEST_TEXT,
    ORDER_OBJECT,
    SEPARATORS,
    flag,
    holds_results,
    is_no_error,
    kind_of,
    line_name,
    looks_like_id,
    plain_name,
    says_failure,
)
from pandapon_async._core.schema.json import JsonError, load_json_exactly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pandapon_async._core.call.operation import EvidenceRules
    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["Evidence", "gather"]

_DEPTH: Final = 12
_MOST_NAMES: Final = 50
#: Whole numbers below this are exact as a float.
_EXACT_FLOATS: Final = 2**53


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
        if flag(text) is False or FAILURE_TEXT.search(stripped[:LONGEST_TEXT]):
            self._deny(message=stripped)
        elif stripped and stripped.casefold() not in CONFIRMATIONS and flag(text) is None:
            self._read_bare(stripped)

    def _read_bare(self, value: str | float) -> None:
        """Read a value that stands where a whole result could be."""
        if not self._rules.ids_matter:
            return
        parts = SEPARATORS.split(value) if isinstance(value, str) else [value]
        if all(looks_like_id(part.strip() if isinstance(part, str) else part, named=False) for part in parts):
            self.ids += [str(part).strip() for part in parts]
        else:
            self.unclear |= self._rules.expects_id

    # -- objects -------------------------------------------------------------------------------------------------------

    def _read_object(self, source: JsonObject, depth: int, *, chain: bool, parts: bool = False) -> None:
        flags = [
            stated for key, value in source.items() if kind_of(key) == "flag" and (stated := flag(value)) is not None
        ]
        error = self._error_code(source, chain=chain)
        text = next((value for key, value in source.items() if kind_of(key) in ("error_text", "text") and value), None)
        message = text if isinstance(text, str) else None
        if False in flags or error is not None:
            self._deny(error, message)
            self.contradicted |= True in flags
        elif any(says_failure(key, value) for key, value in source.items()):
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
        kind = kind_of(key)
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
            self._read_list(value, key, depth, parts=parts or not holds_results(key))
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
        inner._read_object(source, depth + 1, chain=False, parts=parts or not ORDER_OBJECT.fullmatch(plain_name(key)))
        self._add_part(inner, line_name(source) or key)

    def _read_list(self, items: list[JsonValue], name: str, depth: int, *, parts: bool = False) -> None:
        if depth > _DEPTH:
            self.unclear = True
            return
        for index, item in enumerate(items):
            if isinstance(item, dict):
                inner = _Reader(self._rules, self._is_success)
                inner._read_object(item, depth + 1, chain=False, parts=parts)
                self._add_part(inner, line_name(item) or f"{name}[{index}]")
            elif isinstance(item, list):
                self._read_list(item, name, depth + 1, parts=parts)
            elif item is False:
                self.failures += 1
            elif self._rules.ids_matter and not parts and holds_results(name) and looks_like_id(item, named=False):
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
            if flag(value) is False or is_no_error(value) or stripped.casefold() in CONFIRMATIONS:
                return None
            value = [stripped]
        if isinstance(value, bool | int | float) or value is None:
            self.failures += 1 if value else 0
            return None
        items = value if isinstance(value, list) else [value] if value else []
        for item in items:
            self.failures += 1
            name = line_name(item) if isinstance(item, dict) else str(item) if isinstance(item, str | int) else None
            self.missing.append((name or key)[:LONGEST_NAME])
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
        states = chain or any(kind_of(key) in ("flag", "error_text", "text") for key in source)
        for key, value in source.items():
            if kind_of(key) != "code" or isinstance(value, dict | list | bool):
                continue
            if not states and plain_name(key) not in CERTAIN_CODES:
                continue
            if is_no_error(value) or (isinstance(value, str | int) and self._is_success(value)):
                continue
            return value if isinstance(value, int) and not isinstance(value, bool) else str(value).strip()[:100]
        return None

    def _ids_of(self, source: JsonObject, *, parts: bool) -> list[str]:
        found: list[str] = []
        for key, value in source.items():
            is_order_id = kind_of(key) == "id"
            # In parts of an order, a declared name such as "id" is that of the part.
            declared = key in self._rules.ids
            counts = (is_order_id and declared) or ((is_order_id or declared) and not parts)
            # "id" is "idOfStr" again, as a number that some serialisers round.
            if counts and not (key == "id" and looks_like_id(source.get("idOfStr"), named=True)):
                found += _ids_in(value)
                self.inexact |= isinstance(value, float) and abs(value) >= _EXACT_FLOATS
        return found


def _ids_in(value: JsonValue) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _ids_in(item)
    elif isinstance(value, float):
        if value.is_integer() and 0 < value < _EXACT_FLOATS:
            yield str(int(value))
    elif isinstance(value, str):
        yield from _ids_in_text(value.strip())
    elif looks_like_id(value, named=True):
        yield str(value)


def _ids_in_text(text: str) -> Iterator[str]:
    if text[:1] in ("[", '"'):
        with suppress(JsonError):
            yield from _ids_in(load_json_exactly(text))
        return
    for part in SEPARATORS.split(text):
        if looks_like_id(part.strip(), named=True):
            yield part.strip()

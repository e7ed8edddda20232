"""An order as the platform shows it, an order as a draft asks for it, and whether the two can be one.

1688 shows an order's goods, receiver, remark and time. It does not show the caller's own number, unless the caller
wrote it into the remark.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from pandapon_async._core.schema.json import JsonError, load_json
from pandapon_async._core.schema.models import Model
from pandapon_async.orders.resolution.platform_times import read_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["Answer", "RemoteOrder", "WantedOrder", "compare"]

Answer: TypeAlias = Literal["same", "possible", "excluded"]
"""Whether an order came of a draft.

``same``: everything that identifies it is shown and equal. ``excluded``: something is shown that cannot be so.
``possible``: everything between, such as a name in another spelling, or an article without its specification.
"""

#: A platform that masks a phone number shows stars.
_MASKED: Final = re.compile("[*\uff0a]")
_MOBILE: Final = re.compile(r"1\d{10}")
#: Under these names a response, or a gateway in front of it, wraps an order.
_WRAPPERS: Final = ("result", "data", "toReturn", "order", "orderInfo", "orderDetail", "tradeInfo", "value", "model")
_DEEPEST: Final = 6


@attrs.frozen
class Line:
    """Some of one article; what is not known is ``None``."""

    offer: str | None
    specification: str | None
    quantity: Decimal | None


@attrs.frozen
class RemoteOrder:
    """An order of 1688 as a list, a detail or a push shows it. What is not shown, or masked, is ``None`` or empty.

    Attributes:
        order_id: The platform's id.
        created_at: Seconds since the epoch.
        lines: What was bought.
        mobile: The receiver's number, without a country code.
        name: The receiver's name.
        address: The receiver's address.
        remark: The buyer's remark.
    """

    order_id: str
    created_at: float | None
    lines: tuple[Line, ...] | None = attrs.field(repr=False)
    mobile: str = attrs.field(repr=False)
    name: str = attrs.field(repr=False)
    address: str = attrs.field(repr=False)
    remark: str = attrs.field(repr=False)

    @classmethod
    def read_all(cls, source: Model | JsonValue) -> Iterator[RemoteOrder | None]:
        """Read the orders in a result, however it is wrapped; yields ``None`` for one without an id."""
        value = source.to_dict() if isinstance(source, Model) else source
        found = False
        for order in _unwrapped(value, _DEEPEST):
            found = True
            yield cls._read(order)
        if not found:
            yield None

    @classmethod
    def _read(cls, source: JsonObject) -> RemoteOrder | None:
        base = _object(source.get("baseInfo"))
        logistics = _object(source.get("nativeLogistics"))
        order_id = _text(base.get("idOfStr")) or _text(base.get("id"))
        if not order_id:
            return None
        mobile = _shown(logistics.get("mobile")) or _shown(logistics.get("telephone"))
        return cls(
            order_id=order_id,
            created_at=read_time(base.get("createTime")),
            lines=_lines(source.get("productItems"), offer="productID", specification="specId"),
            mobile=_phone(mobile),
            name=_plain(_shown(logistics.get("contactPerson"))),
            address=_plain(_shown(logistics.get("address"))),
            remark=_plain(_text(base.get("buyerFeedback"))),
        )

    @property
    def is_comparable(self) -> bool:
        """Whether its time and goods are shown."""
        return self.created_at is not None and self.lines is not None


@attrs.frozen
class WantedOrder:
    """What a draft of a 1688 order asks for; the attributes are those of :class:`RemoteOrder`."""

    lines: tuple[Line, ...] | None = attrs.field(repr=False)
    mobile: str = attrs.field(repr=False)
    other_phone: str = attrs.field(repr=False)
    name: str = attrs.field(repr=False)
    address: str = attrs.field(repr=False)
    remark: str = attrs.field(repr=False)

    @classmethod
    def read(cls, payload: bytes) -> WantedOrder:
        """Read a draft as the ledger keeps it. What cannot be read is not known, and excludes nothing."""
        try:
            source = _object(load_json(payload))
        except JsonError:
            source = {}
        address = _object(source.get("address_param"))
        return cls(
            lines=_lines(source.get("cargo_param_list"), offer="offer_id", specification="spec_id"),
            mobile=_phone(_text(address.get("mobile"))),
            other_phone=_phone(_text(address.get("phone"))),
            name=_plain(_text(address.get("full_name"))),
            address=_plain(_text(address.get("address"))),
            remark=_plain(_text(source.get("message"))),
        )


def compare(wanted: WantedOrder, remote: RemoteOrder) -> Answer:
    """Compare a draft with an order, apart from the time."""
    goods = _compare_goods(wanted.lines, remote.lines)
    if goods == "excluded" or _excluded_by_phone(wanted, remote) or _excluded_by_remark(wanted, remote):
        return "excluded"
    same_phone = bool(remote.mobile) and remote.mobile == wanted.mobile
    same_place = bool(remote.name and remote.address) and (remote.name, remote.address) == (wanted.name, wanted.address)
    same_remark = bool(remote.remark) and remote.remark == wanted.remark
    differs = any(
        shown and asked and shown != asked
        for shown, asked in (
            (remote.name, wanted.name),
            (remote.address, wanted.address),
            (remote.mobile, wanted.mobile),
        )
    )
    identified = same_remark or ((same_phone or same_place) and not differs)
    return "same" if goods == "same" and identified and remote.is_comparable else "possible"


def _excluded_by_phone(wanted: WantedOrder, remote: RemoteOrder) -> bool:
    """Return True if both show a whole mobile number, and the numbers differ."""
    if not _MOBILE.fullmatch(remote.mobile) or not _MOBILE.fullmatch(wanted.mobile):
        return False
    return remote.mobile not in (wanted.mobile, wanted.other_phone)


def _excluded_by_remark(wanted: WantedOrder, remote: RemoteOrder) -> bool:
    # A remark is the caller's own text. The platform may cut it short, or add to it.
    if not wanted.remark or not remote.remark:
        return False
    return wanted.remark not in remote.remark and remote.remark not in wanted.remark


def _compare_goods(wanted: tuple[Line, ...] | None, remote: tuple[Line, ...] | None) -> Answer:
    """Compare goods. An order with some of a draft's goods is possible: the platform makes one order per seller."""
    if wanted is None or remote is None:
        return "possible"
    answer: Answer = "same" if len(wanted) == len(remote) else "possible"
    for line in remote:
        fits = [(other, fit) for other in wanted if (fit := _compare_article(other, line)) != "excluded"]
        if not fits:
            return "excluded"
        quantities = [other.quantity for other, _ in fits]
        if line.quantity is None or None in quantities:
            answer = "possible"
            continue
        total = sum((quantity for quantity in quantities if quantity is not None), Decimal(0))
        if any(fit == "possible" for _, fit in fits):
            if line.quantity > total:
                return "excluded"
            answer = "possible"
        elif line.quantity != total:
            return "excluded"
    return answer


def _compare_article(wanted: Line, remote: Line) -> Answer:
    offers = wanted.offer == remote.offer if wanted.offer and remote.offer else None
    if wanted.specification and remote.specification:
        if wanted.specification != remote.specification:
            return "excluded"
        return "possible" if offers is False else "same"
    if offers is None:
        return "possible"
    if not offers:
        return "excluded"
    return "possible" if wanted.specification or remote.specification else "same"


def _unwrapped(value: JsonValue, depth: int) -> Iterator[JsonObject]:
    if depth == 0:
        return
    if isinstance(value, str):
        yield from _unwrapped(_decoded(value), depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _unwrapped(item, depth - 1)
    elif isinstance(value, dict):
        if isinstance(value.get("baseInfo"), dict):
            yield value
            return
        for name in _WRAPPERS:
            if name in value:
                yield from _unwrapped(value[name], depth - 1)


def _decoded(text: str) -> JsonValue:
    try:
        return load_json(text)
    except JsonError:
        return None


def _lines(value: JsonValue | None, *, offer: str, specification: str) -> tuple[Line, ...] | None:
    """Sum up lines by article; ``None`` if there are none."""
    sums: dict[tuple[str | None, str | None], Decimal | None] = {}
    for item in value if isinstance(value, list) else ():
        row = _object(item)
        article = (_text(row.get(offer)) or None, _plain(_text(row.get(specification))) or None)
        quantity, before = _quantity(row.get("quantity")), sums.get(article, Decimal(0))
        sums[article] = None if quantity is None or before is None else before + quantity
    return tuple(Line(*article, quantity) for article, quantity in sums.items()) or None


def _quantity(value: JsonValue | None) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _phone(text: str) -> str:
    """Return a phone number's digits, without China's country code."""
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", text))
    for code in ("0086", "86"):
        if digits.startswith(code) and _MOBILE.fullmatch(digits.removeprefix(code)):
            return digits.removeprefix(code)
    return digits


def _plain(text: str) -> str:
    """Return a text in the one form in which texts are compared."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _object(value: JsonValue | None) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _shown(value: JsonValue | None) -> str:
    text = _text(value)
    return "" if _MASKED.search(text) else text


def _text(value: JsonValue | None) -> str:
    """Return a text or number as text, with its spaces made one."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(str(value).split())

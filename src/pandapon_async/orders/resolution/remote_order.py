"""An order as the platform shows it, and an order as a draft asks for it, in terms that compare.

1688 shows an order's goods, receiver, remark and time. It shows nothing of the caller's own number, unless the caller
wrote it into the remark.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from pandapon_async._core.schema.json import JsonError, load_json
from pandapon_async._core.schema.models import Model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandapon_async._core.schema.json import JsonObject, JsonValue

__all__ = ["SeenOrder", "WantedOrder"]

_CHINA: Final = timezone(timedelta(hours=8))
#: 1688's form of a time: 20180614101942000+0800.
_UPSTREAM_TIME: Final = re.compile(r"(\d{14})(\d{3})([+-]\d{4})")
#: A platform that masks a phone number shows stars.
_MASKED: Final = re.compile("[*\uff0a]")

#: What a draft calls a part of the receiver, and what an order calls it.
_RECEIVER: Final = {"full_name": "contactPerson", "mobile": "mobile", "address": "address"}

Goods = frozenset[tuple[str, Decimal]]


@attrs.frozen
class SeenOrder:
    """An order of 1688 as a list, a detail or a push shows it.

    Attributes:
        order_id: The platform's id.
        created_at: Seconds since the epoch.
        goods: What was bought, and how many of each.
        receiver: Parts of the receiver that are shown in full.
        remark: The buyer's remark.
    """

    order_id: str
    created_at: float
    goods: Goods = attrs.field(repr=False)
    receiver: Mapping[str, str] = attrs.field(repr=False)
    remark: str = attrs.field(repr=False)

    @classmethod
    def read(cls, order: Model | JsonValue) -> SeenOrder | None:
        """Read an order in 1688's form; ``None`` where it lacks an id, a time or goods that can be told apart."""
        source = order.to_dict() if isinstance(order, Model) else order
        if not isinstance(source, dict):
            return None
        base = _object(source.get("baseInfo"))
        logistics = _object(source.get("nativeLogistics"))
        order_id = _text(base.get("idOfStr")) or _text(base.get("id"))
        created_at = _moment(_text(base.get("createTime")))
        goods = _goods(source.get("productItems"), offer="productID", specification="specId")
        if not order_id or created_at is None or goods is None:
            return None
        shown = {ours: _text(logistics.get(theirs)) for ours, theirs in _RECEIVER.items()}
        receiver = {name: text for name, text in shown.items() if text and not _MASKED.search(text)}
        return cls(order_id, created_at, goods, receiver, _text(base.get("buyerFeedback")))


@attrs.frozen
class WantedOrder:
    """What a draft of a 1688 order asks for.

    Attributes:
        goods: What to buy, and how many of each.
        receiver: Who gets it.
        remark: The remark on the order.
    """

    goods: Goods = attrs.field(repr=False)
    receiver: Mapping[str, str] = attrs.field(repr=False)
    remark: str = attrs.field(repr=False)

    @classmethod
    def read(cls, payload: bytes) -> WantedOrder | None:
        """Read a draft as the ledger keeps it; ``None`` where it is none of a 1688 order."""
        try:
            source = load_json(payload)
        except JsonError:
            return None
        if not isinstance(source, dict):
            return None
        goods = _goods(source.get("cargo_param_list"), offer="offer_id", specification="spec_id")
        address = _object(source.get("address_param"))
        if goods is None:
            return None
        receiver = {name: text for name in _RECEIVER if (text := _text(address.get(name)))}
        return cls(goods, receiver, _text(source.get("message")))

    def contradicts(self, seen: SeenOrder) -> bool:
        """Tell whether an order cannot have come of this draft, whatever the time.

        An order with some of the goods can: the platform makes an order for each seller.
        """
        if not seen.goods <= self.goods:
            return True
        if any(self.receiver.get(name, text) != text for name, text in seen.receiver.items()):
            return True
        return bool(self.remark and seen.remark and self.remark != seen.remark)

    def is_shown_by(self, seen: SeenOrder) -> bool:
        """Tell whether an order shows all of the goods, and who it is for or what was remarked, as the draft has it."""
        if self.goods != seen.goods or self.contradicts(seen):
            return False
        shown = {name for name, text in seen.receiver.items() if self.receiver.get(name) == text}
        return (
            "mobile" in shown or shown >= {"full_name", "address"} or bool(self.remark and self.remark == seen.remark)
        )


def _goods(lines: JsonValue | None, *, offer: str, specification: str) -> Goods | None:
    """Sum up lines by what is bought: a specification, whose id is unique, or an offer that has none.

    ``None`` where a line cannot be told: v2's drafts name offers by a code of their own, which orders do not show.
    """
    sums: dict[str, Decimal] = {}
    for line in lines if isinstance(lines, list) else ():
        row = _object(line)
        bought = _text(row.get(specification)) or _text(row.get(offer))
        quantity = row.get("quantity")
        if not bought or isinstance(quantity, bool) or not isinstance(quantity, int | float):
            return None
        sums[bought] = sums.get(bought, Decimal(0)) + Decimal(str(quantity))
    return frozenset(sums.items()) or None


def _moment(text: str) -> float | None:
    try:
        if match := _UPSTREAM_TIME.fullmatch(text):
            return datetime.strptime(match[1] + match[3], "%Y%m%d%H%M%S%z").timestamp() + int(match[2]) / 1000
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=_CHINA)).astimezone(UTC).timestamp()


def _object(value: JsonValue | None) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _text(value: JsonValue | None) -> str:
    """Return a text or number as text, with its spaces made one."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(str(value).split())

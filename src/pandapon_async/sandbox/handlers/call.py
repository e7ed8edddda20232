"""A validated call, and helpers for handlers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final, Never, TypeVar, cast

from pandapon_async.sandbox.json_text import JsonTextError, read_json, write_json
from pandapon_async.sandbox.refusal import Reason, RefusedError
from pandapon_async.sandbox.specification.operations import Operation
from pandapon_async.sandbox.specification.synthesis import fitting_value
from pandapon_async.sandbox.state import State
from pandapon_async.sandbox.state.orders import Kind

_Line = TypeVar("_Line")

MAX_QUANTITY: Final = 1_000_000_000

_MAX_DIGITS: Final = len(str(MAX_QUANTITY))
_CHINA: Final = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Call:
    """A call that passed all checks.

    Attributes:
        operation: The operation called.
        owner: The owner of the records that the call reads and changes.
        body: The decoded body, None if there is none.
        parameters: Query and path parameters, in the types of the specification.
        time: Time of the call by the sandbox's clock, in seconds since the epoch.
        state: The sandbox's records.
        partly: Create all but the last order or line.
        max_page_size: Maximum number of rows of a page under a fault; None for the sandbox's own limit.
        row_count: Number of rows of a list of goods; None for the sandbox's own number.
        missing: The lines of the request that were not placed; handlers append to it.
    """

    operation: Operation
    owner: str
    body: Any
    parameters: Mapping[str, Any]
    time: float
    state: State
    partly: bool = False
    max_page_size: int | None = None
    row_count: int | None = None
    missing: list[Mapping[str, Any]] = field(default_factory=list[Mapping[str, Any]])

    @property
    def fields(self) -> Mapping[str, Any]:
        """The body if it is an object, otherwise an empty mapping."""
        return mapping(self.body)

    @property
    def arguments(self) -> Mapping[str, Any]:
        """Parameters and body fields in one mapping."""
        return {**self.parameters, **self.fields}

    @property
    def alibaba_kind(self) -> Kind:
        """The kind of 1688 orders on the platform of this call."""
        return Kind.KA if self.operation.surface == "xportcn-ka" else Kind.ALIBABA

    @property
    def documented_data(self) -> bytes:
        """``data`` of the documented response; a value that fits the schema if no example is documented."""
        found = self.operation.example_data
        return write_json(fitting_value(self.operation.data_schema)) if found is None else found

    def placed(
        self, groups: Iterable[Sequence[_Line]], as_sent: Callable[[_Line], Mapping[str, Any]]
    ) -> list[Sequence[_Line]]:
        """Return the groups of lines that become orders: all, or all but the last order or line under a fault.

        Args:
            groups: The lines of each order.
            as_sent: Returns a line as the caller sent it.
        """
        chosen = list(groups)
        if not self.partly or not chosen:
            return chosen
        last = chosen.pop()
        if chosen:
            self.missing.extend(as_sent(line) for line in last)
            return chosen
        self.missing.extend(as_sent(line) for line in last[-1:])
        return [last[:-1]]

    def is_documented(self, name: str) -> bool:
        """Return True if an argument equals that of the documented request."""
        example = self.operation.request_example
        return name in example and str(example[name]) == str(self.arguments.get(name))

    def documented_data_for(self, name: str) -> bytes:
        """Return the documented response if an unknown id is the documented one.

        Raises:
            RefusedError: the id is a different one.
        """
        if not self.is_documented(name):
            refuse_unknown_id(name)
        return self.documented_data


def refuse_unknown_id(name: str) -> Never:
    """Refuse a call because of an unknown id.

    Raises:
        RefusedError: always.
    """
    raise RefusedError(Reason.UNKNOWN_ID, f"{name} is unknown to this account of the sandbox")


def quantity_of(value: Any, name: str = "quantity") -> Any:
    """Return a quantity given as a number or as digits; 1 if none is given.

    Raises:
        RefusedError: the value is not a quantity within bounds.
    """
    if value is None:
        return 1
    is_digits = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _MAX_DIGITS
    number = int(value) if is_digits else value
    if not isinstance(number, int | float) or not 0 <= number <= MAX_QUANTITY:
        raise RefusedError(Reason.SCHEMA, f"{name} must be between 0 and {MAX_QUANTITY}")
    return number


def text(value: Any) -> str:
    """Return an id or another scalar as a string, empty for None."""
    return "" if value is None else str(value)


def mapping(value: Any) -> Mapping[str, Any]:
    """Return the value if it is an object, otherwise an empty mapping."""
    return cast("Mapping[str, Any]", value) if isinstance(value, dict) else {}


def objects(value: Any) -> Sequence[Mapping[str, Any]]:
    """Return the objects in a list; for anything else, an empty list."""
    match value:
        case [*entries]:
            return [mapping(entry) for entry in entries if isinstance(entry, dict)]
        case _:
            return []


def scalars(value: Any) -> Iterable[str]:
    """Return the distinct numbers and strings of a list as strings; nothing for other values."""
    match value:
        case [*entries]:
            return dict.fromkeys(str(entry) for entry in entries if isinstance(entry, int | str))
        case _:
            return ()


def china_time(seconds: float) -> str:
    """Format a time as in Taobao's fields: ``yyyy-MM-dd HH:mm:ss``, China Standard Time."""
    return datetime.fromtimestamp(seconds, _CHINA).strftime("%Y-%m-%d %H:%M:%S")


def alibaba_time(seconds: float) -> str:
    """Format a time as in 1688's fields: ``yyyyMMddHHmmssSSSZ``, China Standard Time."""
    moment = datetime.fromtimestamp(seconds, UTC).astimezone(_CHINA)
    return f"{moment:%Y%m%d%H%M%S}{moment.microsecond // 1000:03}+0800"


def yuan(fen: int) -> float:
    """Convert fen to yuan."""
    return fen / 100


_KEY_FIELDS: Final = ("sellerOrderNumber", "message", "orderId", "purchaseOrderId", "subPurchaseOrderId", "refundId")


def key_of(path: Mapping[str, str], query: Mapping[str, Sequence[str]], body: bytes) -> str | None:
    """Return the key by which fault rules select a call: the caller's own order number, or else the order id.

    Args:
        path: Path parameters.
        query: Query parameters.
        body: The raw body; anything but a JSON object is ignored.
    """
    try:
        fields = mapping(read_json(body) if body else None)
    except JsonTextError:
        fields = mapping(None)
    number: Any = mapping(fields.get("tmallOrderInfo")).get("tmallOrderId")
    sent = {**path, **{name: values[0] for name, values in query.items()}, **fields}
    candidates = [number, *(sent.get(name) for name in _KEY_FIELDS)]
    return next((str(each) for each in candidates if isinstance(each, str | int) and each != ""), None)

"""A call that passed all checks, with what behaviours need to answer it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final, Never, cast

from pandapon_async.sandbox.json_text import write_json
from pandapon_async.sandbox.refusal import Reason, RefusedError
from pandapon_async.sandbox.specification import Operation
from pandapon_async.sandbox.state import State
from pandapon_async.sandbox.state.orders import Kind
from pandapon_async.sandbox.synthesis import fitting_value

MOST_PIECES: Final = 1_000_000_000

_MOST_DIGITS: Final = len(str(MOST_PIECES))
_CHINA: Final = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Call:
    """A call that passed all checks.

    Attributes:
        operation: What was called.
        owner: Whose things it acts on.
        body: The decoded body, None where there is none.
        parameters: Parameters of query and path, in the types of the specification.
        time: When it came, by the sandbox's clock.
        state: What the sandbox remembers.
    """

    operation: Operation
    owner: str
    body: Any
    parameters: Mapping[str, Any]
    time: float
    state: State

    @property
    def fields(self) -> Mapping[str, Any]:
        """The body where it is an object, nothing otherwise."""
        return mapping(self.body)

    @property
    def arguments(self) -> Mapping[str, Any]:
        """Everything that the call says, in one."""
        return {**self.parameters, **self.fields}

    @property
    def alibaba_kind(self) -> Kind:
        """The kind of 1688 orders on the platform of the call."""
        return Kind.KA if self.operation.surface == "xportcn-ka" else Kind.ALIBABA

    @property
    def documented_data(self) -> bytes:
        """The documented answer's data, or a value that fits where the documentation shows none."""
        found = self.operation.example_data
        return write_json(fitting_value(self.operation.data_schema)) if found is None else found

    def is_documented(self, name: str) -> bool:
        """Say whether an argument is the one of the documented request."""
        example = self.operation.request_example
        return name in example and str(example[name]) == str(self.arguments.get(name))

    def documented_data_for(self, name: str) -> bytes:
        """Answer about an id that the sandbox does not know: as documented for the documented id.

        Raises:
            RefusedError: it is another id.
        """
        if not self.is_documented(name):
            refuse_id(name)
        return self.documented_data


def refuse_id(name: str) -> Never:
    """Refuse a call because of an id that names nothing here.

    Raises:
        RefusedError: always.
    """
    raise RefusedError(Reason.UNKNOWN_ID, f"{name} names nothing that the sandbox keeps for this account")


def pieces(value: Any, name: str = "quantity") -> Any:
    """Return a quantity, a number or the digits of one, 1 where there is none.

    Raises:
        RefusedError: it is no quantity that anybody could order.
    """
    if value is None:
        return 1
    is_digits = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
    number = int(value) if is_digits else value
    if not isinstance(number, int | float) or not 0 <= number <= MOST_PIECES:
        raise RefusedError(Reason.SCHEMA, f"{name} must be between 0 and {MOST_PIECES}")
    return number


def text(value: Any) -> str:
    """Return an id or another scalar as text, empty for none."""
    return "" if value is None else str(value)


def mapping(value: Any) -> Mapping[str, Any]:
    """Return an object, an empty one for anything else."""
    return cast("Mapping[str, Any]", value) if isinstance(value, dict) else {}


def objects(value: Any) -> Sequence[Mapping[str, Any]]:
    """Return the objects of a list; an undocumented body may hold anything in its place."""
    match value:
        case [*entries]:
            return [mapping(entry) for entry in entries if isinstance(entry, dict)]
        case _:
            return []


def scalars(value: Any) -> Iterable[str]:
    """Yield the numbers and texts of a list as text, each once; an undocumented body may hold anything in its place."""
    match value:
        case [*entries]:
            return dict.fromkeys(str(entry) for entry in entries if isinstance(entry, int | str))
        case _:
            return ()


def china_time(seconds: float) -> str:
    """Write a time as Taobao's fields have it: ``yyyy-MM-dd HH:mm:ss`` in China."""
    return datetime.fromtimestamp(seconds, _CHINA).strftime("%Y-%m-%d %H:%M:%S")


def alibaba_time(seconds: float) -> str:
    """Write a time as 1688's fields have it: ``yyyyMMddHHmmssSSSZ``."""
    moment = datetime.fromtimestamp(seconds, UTC).astimezone(_CHINA)
    return f"{moment:%Y%m%d%H%M%S}{moment.microsecond // 1000:03}+0800"


def yuan(fen: int) -> float:
    """Write an amount of fen in yuan, as a number."""
    return fen / 100

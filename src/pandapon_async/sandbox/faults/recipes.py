"""Faults named by meaning. Each recipe states whether the call is carried out, and the sandbox records it per call.

The same names are used in Python (``faults.lost_answer("A-1")``), on the command line
(``pandapon sandbox --fault lost_answer:A-1``), over HTTP (``POST /_sandbox/faults``) and in the console.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from pandapon_async.sandbox.faults.plan import Fault, FaultPlan, FaultSpecificationError, PageLimits
from pandapon_async.sandbox.faults.primitives import MAX_SECONDS
from pandapon_async.sandbox.pushes.faults import PushFaults

#: Whether a call that meets the recipe is carried out. "option" is decided by the argument ``done``.
Effect: TypeAlias = Literal["yes", "no", "in part", "option", "by chance", "pushes only"]
Value: TypeAlias = str | int | float | bool

_LARGEST_NUMBER: Final = 10**9


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a recipe.

    Attributes:
        name: Its name.
        kind: ``seconds``, ``code`` (a number or a word), ``status``, ``count``, ``flag``, ``offset`` (seconds, may be
            negative) or a tuple of the allowed words.
        default: Value if none is given.
    """

    name: str
    kind: str | tuple[str, ...]
    default: Value


@dataclass(frozen=True, slots=True)
class Recipe:
    """A fault named by meaning.

    Attributes:
        name: Its name everywhere.
        meaning: What a client meets, in one line.
        effect: Whether the call is carried out.
        arguments: Its arguments besides the selectors, which every rule accepts.
        plans: Returns the plan for given arguments; several for a recipe that chooses by chance.
        lasts: Name of the argument with the seconds after which the recipe ends.
        times: How often a rule applies unless it says otherwise; None for no limit.
        share: Share of the calls that a rule applies to unless it says otherwise.
        positional: The argument that may be given without its name; by default the first argument, or ``key``.
        needs_socket: Whether only a socket can show it.
    """

    name: str
    meaning: str
    effect: Effect
    plans: Callable[[Mapping[str, Any]], Sequence[FaultPlan]]
    arguments: tuple[Argument, ...] = ()
    lasts: str | None = None
    times: int | None = None
    share: float = 1.0
    positional: str = ""
    needs_socket: bool = False

    @property
    def first(self) -> str:
        """The argument that may be given without its name."""
        return self.positional or (self.arguments[0].name if self.arguments else "key")


def _damage(kind: str, argument: Any = None, **more: Any) -> list[FaultPlan]:
    return [FaultPlan(damage=Fault(kind, argument), **more)]


def _replacing(kind: str, values: Mapping[str, Any], argument: Any, **more: Any) -> list[FaultPlan]:
    """Replace the response, of a call that is carried out or not."""
    fault = Fault(kind, argument)
    if values["done"]:
        return [FaultPlan(damage=fault, **more)]
    return [FaultPlan(prevention=fault, **more)]


_NO_FORMS = (
    "success_text",
    "success_zero",
    "inner_success_text",
    "nested",
    "data_false",
    "data_code",
    "json_text",
    "text",
)
_PART_FORMS = ("failed_offers", "order_list", "wrapped")
_AMBIGUOUS = ("1030", "SYSTEM_ERROR", "-1", "50000", "isp.top-remote-connection-timeout")
_DONE = Argument("done", "flag", default=False)
_FLAKY = (
    FaultPlan(prevention=Fault("drop")),
    FaultPlan(damage=Fault("drop")),
    FaultPlan(damage=Fault("cut")),
    FaultPlan(prevention=Fault("status", 503)),
    FaultPlan(damage=Fault("status", 502)),
    FaultPlan(prevention=Fault("status", 429), retry_after="1"),
)

_RECIPES = (
    Recipe(
        "lost_answer",
        "the connection is reset before a byte of the response arrives",
        "yes",
        lambda _: _damage("drop"),
        times=1,
    ),
    Recipe(
        "never_arrived",
        "the connection is reset before the server reads the call",
        "no",
        lambda _: [FaultPlan(prevention=Fault("drop"))],
        times=1,
    ),
    Recipe(
        "half_body",
        "the connection closes after half of the response body",
        "yes",
        lambda _: _damage("cut"),
        times=1,
    ),
    Recipe(
        "slow",
        "the response comes late",
        "yes",
        lambda values: [FaultPlan(latency_after=values["seconds"])],
        (Argument("seconds", "seconds", 3.0),),
    ),
    Recipe(
        "outage",
        "HTTP 503 with an HTML page to every call, for so many seconds after the rule was added",
        "no",
        lambda _: [FaultPlan(prevention=Fault("status", 503))],
        (Argument("seconds", "seconds", 5.0),),
        lasts="seconds",
    ),
    Recipe(
        "flaky",
        "a share of the calls fails in transport: reset before or after the effect, half a body, HTTP 503, 502 or 429",
        "by chance",
        lambda _: _FLAKY,
        positional="share",
        share=0.1,
    ),
    Recipe(
        "throttle",
        "HTTP 429 with ``Retry-After``",
        "no",
        lambda values: [FaultPlan(prevention=Fault("throttled"), retry_after=f"{values['retry_after']:g}")],
        (Argument("retry_after", "seconds", 2.0),),
        times=1,
    ),
    Recipe(
        "throttled_success",
        "HTTP 429 with ``Retry-After`` around the envelope of a success",
        "yes",
        lambda values: _damage("http_status", 429, retry_after=f"{values['retry_after']:g}"),
        (Argument("retry_after", "seconds", 2.0),),
        times=1,
    ),
    Recipe(
        "refuse",
        "an envelope with this code; ``date`` shifts the ``Date`` header, ``status`` sets the HTTP status",
        "option",
        lambda values: _replacing("refusal", values, (values["code"], values["status"]), date_offset=values["date"]),
        (
            Argument("code", "code", 400),
            Argument("status", "status", 200),
            Argument("date", "offset", 0.0),
            _DONE,
        ),
    ),
    Recipe(
        "forbidden",
        "an envelope with code 403, for one order or for one kind of goods; ``inner`` puts it inside ``data``",
        "no",
        lambda values: [FaultPlan(prevention=Fault("inner_refusal" if values["inner"] else "refusal", (403, 200)))],
        (Argument("inner", "flag", default=False),),
        times=1,
    ),
    Recipe(
        "ambiguous",
        f"an envelope with a code that does not say whether the call was carried out ({', '.join(_AMBIGUOUS)})",
        "option",
        lambda values: _replacing("refusal", values, (values["code"], 200)),
        (Argument("code", "code", "1030"), _DONE),
        times=1,
    ),
    Recipe(
        "placed_in_part",
        "the last order or line is not placed; the response says so in ``failedOfferList``, in an ``orderList`` with"
        " ``success: false``, or wrapped in ``result``",
        "in part",
        lambda values: _damage("placed_in_part", values["form"], partly=True),
        (Argument("form", _PART_FORMS, "failed_offers"),),
        times=1,
    ),
    Recipe(
        "no_in_data",
        "code 200 around ``data`` that says no",
        "option",
        lambda values: _replacing("no_in_data", values, values["form"]),
        (Argument("form", _NO_FORMS, "success_text"), _DONE),
        times=1,
    ),
    Recipe(
        "success_false_with_id",
        "``success: false`` beside the id of an order that exists, as in 1688's own samples",
        "yes",
        lambda _: _damage("success_false_with_id"),
        times=1,
    ),
    Recipe(
        "empty_error_code",
        "``success: true``, an empty ``errorCode`` and an id",
        "yes",
        lambda _: _damage("empty_error_code"),
        times=1,
    ),
    Recipe(
        "contradiction",
        "``success: true`` and an id beside a code that is not 200, such as SUCCESS, 10000 or 200.0",
        "yes",
        lambda values: _damage("contradiction", values["code"]),
        (Argument("code", "code", "SUCCESS"),),
        times=1,
    ),
    Recipe(
        "wrapped_result",
        "``data`` is wrapped in ``result``; with ``gone`` the wrapper says that the record does not exist",
        "yes",
        lambda values: _damage("wrapped_result", values["gone"]),
        (Argument("gone", "flag", default=False),),
    ),
    Recipe(
        "lone_surrogate",
        "half of a surrogate pair in a string of the response",
        "yes",
        lambda _: _damage("lone_surrogate"),
    ),
    Recipe(
        "invalid_byte",
        "a byte that is not UTF-8 in a string of the response",
        "yes",
        lambda _: _damage("invalid_byte"),
    ),
    Recipe(
        "byte_order_mark",
        "a byte order mark before the JSON",
        "yes",
        lambda _: _damage("byte_order_mark"),
    ),
    Recipe(
        "null_in_list",
        "every list of the response starts with null",
        "yes",
        lambda _: _damage("null_in_list"),
    ),
    Recipe(
        "page_cap",
        "lists of goods have ``total`` rows, in pages of at most ``size``, whatever size is requested",
        "yes",
        lambda values: [FaultPlan(pages=PageLimits(values["size"], values["total"]))],
        (Argument("size", "count", 50), Argument("total", "count", 500)),
    ),
    Recipe(
        "wrong_clock",
        "the server's clock is off: calls are checked by it, and ``Date`` shows it",
        "yes",
        lambda values: [FaultPlan(clock_offset=values["seconds"])],
        (Argument("seconds", "offset", 590.0),),
    ),
    Recipe(
        "proxy_date",
        "a proxy sets a ``Date`` that is off, on every response; the server's own clock is right",
        "yes",
        lambda values: [FaultPlan(date_offset=values["seconds"])],
        (Argument("seconds", "offset", 700.0),),
    ),
    Recipe(
        "unsolicited_answer",
        "a second response follows the first one and waits on the idle connection",
        "yes",
        lambda _: [FaultPlan(unsolicited=True)],
        times=1,
        needs_socket=True,
    ),
    Recipe(
        "duplicate_push",
        "the pushes that the call causes come twice",
        "pushes only",
        lambda _: [FaultPlan(push=PushFaults(duplicate=True))],
    ),
    Recipe(
        "late_push",
        "the pushes that the call causes come late",
        "pushes only",
        lambda values: [FaultPlan(push=PushFaults(late=values["seconds"]))],
        (Argument("seconds", "seconds", 5.0),),
    ),
)
RECIPES: Final[Mapping[str, Recipe]] = {recipe.name: recipe for recipe in _RECIPES}


def checked(recipe: Recipe, argument: Argument, given: object) -> Value:
    """Return the value of an argument, given as a Python value or as text.

    Raises:
        FaultSpecificationError: the value is invalid.
    """
    where = f"{recipe.name}: {argument.name}"
    text = ("true" if given else "false") if isinstance(given, bool) else str(given)
    match argument.kind:
        case tuple() as words:
            if text in words:
                return text
            raise FaultSpecificationError(f"{where} must be {', '.join(words)}")
        case "flag":
            if text in {"true", "false"}:
                return text == "true"
            raise FaultSpecificationError(f"{where} must be true or false")
        case "code":
            if not re.fullmatch(r"[!-~]{1,100}", text):
                raise FaultSpecificationError(f"{where} must be a number or a word without spaces")
            return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else text
        case "status" | "count":
            low, high = (200, 599) if argument.kind == "status" else (1, 100_000)
            number = int(text) if re.fullmatch(r"[0-9]{1,6}", text) else 0
            if low <= number <= high:
                return number
            raise FaultSpecificationError(f"{where} must be a whole number between {low} and {high}")
        case kind:
            return _number(where, str(kind), text)


def _number(where: str, kind: str, text: str) -> float:
    bounds = {"seconds": (0.0, MAX_SECONDS), "offset": (-_LARGEST_NUMBER, _LARGEST_NUMBER)}
    low, high = bounds[kind]
    try:
        number = float(text)
    except ValueError:
        number = low - 1
    if not low <= number <= high:
        raise FaultSpecificationError(f"{where} must be a number between {low:g} and {high:g}")
    return number

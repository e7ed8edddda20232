"""Faults named by meaning, to be added to the rules of a sandbox.

::

    from pandapon_async.sandbox import Sandbox, faults

    sandbox = Sandbox()
    sandbox.faults.add(faults.lost_answer("A-1"))
    sandbox.faults.add(faults.throttle(retry_after=2, operation="taobao.orders.create"))

Every function returns a :class:`FaultRule`. All accept the same selectors: ``key`` (the caller's own order number),
``operation``, ``account``, ``times``, ``share`` and ``seed``. ``docs/sandbox-faults.md`` has a table of all recipes.
"""

from typing import Any, Final, Literal, TypedDict, Unpack

from pandapon_async.sandbox.faults.parsing import FaultRule, parse_rule, recipe_text
from pandapon_async.sandbox.faults.plan import FaultSpecificationError
from pandapon_async.sandbox.faults.recipes import RECIPES

__all__ = [
    "FaultRule",
    "FaultSpecificationError",
    "Selectors",
    "ambiguous",
    "byte_order_mark",
    "contradiction",
    "duplicate_push",
    "empty_error_code",
    "flaky",
    "forbidden",
    "half_body",
    "invalid_byte",
    "late_push",
    "lone_surrogate",
    "lost_answer",
    "never_arrived",
    "no_in_data",
    "null_in_list",
    "outage",
    "page_cap",
    "parse_rule",
    "placed_in_part",
    "proxy_date",
    "refuse",
    "slow",
    "success_false_with_id",
    "throttle",
    "throttled_success",
    "unsolicited_answer",
    "wrapped_result",
    "wrong_clock",
]


class _Default:
    """Stands for the number of times that a recipe applies by default."""


_DEFAULT: Final = _Default()


class Selectors(TypedDict, total=False):
    """The calls that a rule applies to.

    Attributes:
        operation: Operation id, such as ``taobao.orders.create``.
        account: Access key.
        times: How often it applies at most; None for no limit.
        share: Share of the matching calls, between 0 and 1.
        seed: Seed of its chance.
    """

    operation: str | None
    account: str | None
    times: int | None
    share: float
    seed: int | None


def lost_answer(key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Carry out the call, then reset the connection before the response."""
    return _rule("lost_answer", key, selectors)


def never_arrived(key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Reset the connection before the call is read; it is not carried out."""
    return _rule("never_arrived", key, selectors)


def half_body(key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Carry out the call, then close the connection after half of the response body."""
    return _rule("half_body", key, selectors)


def slow(seconds: float = 3.0, key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Carry out the call, then wait before the response."""
    return _rule("slow", key, selectors, seconds=seconds)


def outage(seconds: float = 5.0, **selectors: Unpack[Selectors]) -> FaultRule:
    """Return HTTP 503 to every call, for so many seconds after the rule was added."""
    return _rule("outage", None, selectors, seconds=seconds)


def flaky(share: float = 0.1, *, seed: int | None = None, **selectors: Any) -> FaultRule:
    """Let a share of the calls fail in transport, before or after their effect. The same seed gives the same faults."""
    return _rule("flaky", selectors.pop("key", None), {**selectors, "share": share, "seed": seed})


def throttle(retry_after: float = 2.0, key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Return HTTP 429 with ``Retry-After``; the call is not carried out."""
    return _rule("throttle", key, selectors, retry_after=retry_after)


def throttled_success(retry_after: float = 2.0, key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Carry out the call, then return HTTP 429 around the envelope of a success."""
    return _rule("throttled_success", key, selectors, retry_after=retry_after)


def refuse(
    code: int | str = 400,
    key: str | None = None,
    *,
    status: int = 200,
    date: float = 0.0,
    done: bool = False,
    **selectors: Unpack[Selectors],
) -> FaultRule:
    """Return an envelope with a code.

    Args:
        code: The code.
        key: The caller's own order number.
        status: The HTTP status.
        date: Seconds by which the ``Date`` header is off.
        done: Carry out the call nevertheless.
        selectors: The calls that it applies to.
    """
    return _rule("refuse", key, selectors, code=code, status=status, date=date, done=done)


def forbidden(key: str | None = None, *, inner: bool = False, **selectors: Unpack[Selectors]) -> FaultRule:
    """Return code 403 for one order; with ``inner``, inside ``data``."""
    return _rule("forbidden", key, selectors, inner=inner)


def ambiguous(
    code: int | str = "1030", key: str | None = None, *, done: bool = False, **selectors: Unpack[Selectors]
) -> FaultRule:
    """Return a code that does not say whether the call was carried out; ``done`` decides whether it was."""
    return _rule("ambiguous", key, selectors, code=code, done=done)


def placed_in_part(
    key: str | None = None,
    *,
    form: Literal["failed_offers", "order_list", "wrapped"] = "failed_offers",
    **selectors: Unpack[Selectors],
) -> FaultRule:
    """Place all but the last order or line of a creation. The response names the rest in the given form."""
    return _rule("placed_in_part", key, selectors, form=form)


def no_in_data(
    form: str = "success_text", key: str | None = None, *, done: bool = False, **selectors: Unpack[Selectors]
) -> FaultRule:
    """Return code 200 around ``data`` that says no. The forms are in ``docs/sandbox-faults.md``."""
    return _rule("no_in_data", key, selectors, form=form, done=done)


def success_false_with_id(key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Carry out the call, then return ``success: false`` beside the id."""
    return _rule("success_false_with_id", key, selectors)


def empty_error_code(key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Carry out the call, then return ``success: true`` with an empty ``errorCode`` and the id."""
    return _rule("empty_error_code", key, selectors)


def contradiction(code: int | str = "SUCCESS", key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Carry out the call, then return ``success: true`` and the id beside a code that is not 200."""
    return _rule("contradiction", key, selectors, code=code)


def wrapped_result(key: str | None = None, *, gone: bool = False, **selectors: Unpack[Selectors]) -> FaultRule:
    """Wrap ``data`` in ``result``; with ``gone`` the wrapper says that the record does not exist."""
    return _rule("wrapped_result", key, selectors, gone=gone)


def lone_surrogate(key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Put half of a surrogate pair into a string of the response."""
    return _rule("lone_surrogate", key, selectors)


def invalid_byte(key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Put a byte that is not UTF-8 into a string of the response."""
    return _rule("invalid_byte", key, selectors)


def byte_order_mark(key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Put a byte order mark before the JSON."""
    return _rule("byte_order_mark", key, selectors)


def null_in_list(key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Let every list of the response start with null."""
    return _rule("null_in_list", key, selectors)


def page_cap(size: int = 50, *, total: int = 500, **selectors: Unpack[Selectors]) -> FaultRule:
    """Serve lists of ``total`` goods in pages of at most ``size``, whatever size is requested."""
    return _rule("page_cap", None, selectors, size=size, total=total)


def wrong_clock(seconds: float = 590.0, **selectors: Unpack[Selectors]) -> FaultRule:
    """Let the server's clock be off: it checks timestamps by it and shows it in ``Date``."""
    return _rule("wrong_clock", None, selectors, seconds=seconds)


def proxy_date(seconds: float = 700.0, **selectors: Unpack[Selectors]) -> FaultRule:
    """Let only the ``Date`` header be off, as behind a proxy with a wrong clock."""
    return _rule("proxy_date", None, selectors, seconds=seconds)


def unsolicited_answer(key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Send a second response on the idle connection. Needs a socket."""
    return _rule("unsolicited_answer", key, selectors)


def duplicate_push(key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Send the pushes that the call causes twice."""
    return _rule("duplicate_push", key, selectors)


def late_push(seconds: float = 5.0, key: str | None = None, **selectors: Unpack[Selectors]) -> FaultRule:
    """Send the pushes that the call causes late."""
    return _rule("late_push", key, selectors, seconds=seconds)


def _rule(name: str, key: str | None, selectors: Any, **arguments: str | float) -> FaultRule:
    recipe = RECIPES[name]
    share = selectors.get("share", recipe.share)
    times = selectors.get("times", _DEFAULT)
    if not 0 <= share <= 1:
        raise FaultSpecificationError(f"{name}: share must lie between 0 and 1")
    return FaultRule(
        fault=recipe_text(recipe, arguments),
        operation=selectors.get("operation"),
        key=key,
        account=selectors.get("account"),
        probability=share,
        times=recipe.times if isinstance(times, _Default) else times,
        seed=selectors.get("seed"),
    )

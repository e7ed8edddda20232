"""Faults named by what happens on the wire, such as ``latency=0.2, drop-after``.

======================== ============================================================================================
``latency=SECONDS``      wait before the call is processed
``latency-after=S``      carry out the call, then wait before the response
``status=503``           an HTML page with this HTTP status; the call is not carried out
``code=500``             an envelope with this code over HTTP 200; the call is not carried out
``drop-before``          reset the TCP connection; the call is not carried out
``status-after=502``     carry out the call, then as ``status``
``code-after=500``       carry out the call, then as ``code``
``drop-after``           carry out the call, then reset the connection without sending a byte
``truncate``             carry out the call, send half of the JSON as if it were all
``cut``                  carry out the call, announce the whole response, send half, close the connection
``malformed``            carry out the call, send an HTML page with HTTP 200
``empty``                carry out the call, send an empty body with HTTP 200
``wrong-types``          carry out the call, send other JSON types inside ``data``
``retry-after=VALUE``    ``Retry-After`` header of ``status``, ``code``, ``status-after`` and ``code-after``
``close``                normal response with ``Connection: close``
``close-idle``           normal response; the idle connection is closed a moment later, unannounced
``push-drop``            never send the message pushes that the call causes
``push-duplicate``       send them twice with identical bytes
``push-repeat``          send them twice, the second time with a new timestamp
``push-late=SECONDS``    delay them
``push-reorder``         hold them back until a later push was sent
``push-string-body``     send ``messageBody`` as JSON in a string, whatever is documented
``push-object-body``     send ``messageBody`` as an object, whatever is documented
``push-wrong-signature`` sign them with a wrong secret
``push-unknown-type``    send them with an undocumented type
======================== ============================================================================================

A call meets at most one fault that prevents it and one that changes its response: the first of each, with the header
before the rules. Faults of responses do not apply to refusals, so that mistakes in a request stay visible.
"""

import math
import re
from collections.abc import Callable

from pandapon_async.sandbox.faults.plan import NO_FAULTS, Fault, FaultPlan, FaultSpecificationError
from pandapon_async.sandbox.pushes.faults import PUSH_FAULTS, PushFaults

MAX_SECONDS = 3600.0
_STATUSES = frozenset(range(300, 600)) - {304}


def seconds_in(name: str, text: str) -> float:
    """Return a duration given as text.

    Raises:
        FaultSpecificationError: the text is not a number of seconds within bounds.
    """
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= MAX_SECONDS:
        raise FaultSpecificationError(f"{name} needs seconds between 0 and {MAX_SECONDS:g}, such as {name}=0.2")
    return seconds


def _status(kind: str, text: str) -> Fault:
    status = int(text) if re.fullmatch(r"[0-9]{3}", text) else 0
    if status not in _STATUSES:
        raise FaultSpecificationError(f"{kind} needs an HTTP status between 300 and 599, such as {kind}=503")
    return Fault(kind.removesuffix("-after"), status, kind)


def _code(kind: str, text: str) -> Fault:
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise FaultSpecificationError(f"{kind} needs a whole number, such as {kind}=500")
    return Fault(kind.removesuffix("-after"), int(text), kind)


def header_value(name: str, text: str) -> str:
    """Return a header value.

    Raises:
        FaultSpecificationError: the value is empty or not printable ASCII.
    """
    if not re.fullmatch(r"[ -~]+", text):
        raise FaultSpecificationError(f"{name} needs a header value in printable ASCII, such as {name}=2")
    return text


_WITH_ARGUMENT: dict[str, Callable[[str, str], FaultPlan]] = {
    "latency": lambda kind, text: FaultPlan(latency=seconds_in(kind, text)),
    "latency-after": lambda kind, text: FaultPlan(latency_after=seconds_in(kind, text)),
    "status": lambda kind, text: FaultPlan(prevention=_status(kind, text)),
    "code": lambda kind, text: FaultPlan(prevention=_code(kind, text)),
    "status-after": lambda kind, text: FaultPlan(damage=_status(kind, text)),
    "code-after": lambda kind, text: FaultPlan(damage=_code(kind, text)),
    "retry-after": lambda kind, text: FaultPlan(retry_after=header_value(kind, text)),
    "push-late": lambda kind, text: FaultPlan(push=PushFaults(late=seconds_in(kind, text))),
}
_WITHOUT_ARGUMENT: dict[str, FaultPlan] = {
    "drop-before": FaultPlan(prevention=Fault("drop", name="drop-before")),
    "drop-after": FaultPlan(damage=Fault("drop", name="drop-after")),
    **{
        kind: FaultPlan(damage=Fault(kind, name=kind))
        for kind in ("truncate", "cut", "malformed", "empty", "wrong-types")
    },
    "close": FaultPlan(closing="close"),
    "close-idle": FaultPlan(closing="close-idle"),
    **{kind: FaultPlan(push=faults) for kind, faults in PUSH_FAULTS.items()},
}
PRIMITIVES = tuple(sorted([*_WITH_ARGUMENT, *_WITHOUT_ARGUMENT]))
_ERRORS = frozenset({"status", "code"})
# A comma may also be part of an HTTP date, so only a comma before the name of a fault separates.
_SEPARATOR = re.compile(rf",\s*(?=(?:{'|'.join([*_WITH_ARGUMENT, *_WITHOUT_ARGUMENT])})\s*(?:[=,]|$))")


def parse_primitives(text: str) -> FaultPlan:
    """Parse a comma separated list of faults. The first of two that exclude each other wins.

    Raises:
        FaultSpecificationError: a fault is unknown, or its argument is invalid.
    """
    plan = NO_FAULTS
    for part in _SEPARATOR.split(text.strip()):
        kind, equals, argument = (piece.strip() for piece in part.partition("="))
        if kind in _WITH_ARGUMENT:
            plan = plan.merged(_WITH_ARGUMENT[kind](kind, argument))
        elif kind not in _WITHOUT_ARGUMENT:
            raise FaultSpecificationError(f"unknown fault {kind!r}")
        elif equals:
            raise FaultSpecificationError(f"{kind} takes no argument")
        else:
            plan = plan.merged(_WITHOUT_ARGUMENT[kind])
    if plan.retry_after and not any(fault and fault.kind in _ERRORS for fault in (plan.prevention, plan.damage)):
        raise FaultSpecificationError("retry-after needs an error to go with, such as status=503")
    return plan

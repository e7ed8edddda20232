"""Faults on request: what they are called, and when they happen.

A specification of faults is a comma separated list, such as ``latency=0.2, drop-after``:

======================== ============================================================================================
``latency=SECONDS``      wait before the call is looked at
``latency-after=S``      do the call, then wait before the answer
``status=503``           an HTML page with that HTTP status; the call is not done
``code=500``             an envelope with that code over HTTP 200; the call is not done
``drop-before``          reset the TCP connection; the call is not done
``status-after=502``     do the call, then as ``status``
``code-after=500``       do the call, then as ``code``
``drop-after``           do the call, then reset the connection without a byte of an answer
``truncate``             do the call, answer half of the JSON as if it were all
``cut``                  do the call, promise the whole answer, send half, close the connection
``malformed``            do the call, answer an HTML page with HTTP 200
``empty``                do the call, answer an empty body with HTTP 200
``wrong-types``          do the call, answer with other JSON types inside ``data``
``retry-after=VALUE``    header of the answer of ``status``, ``code``, ``status-after`` and ``code-after``
``close``                answer well, with ``Connection: close``
``close-idle``           answer well, and close the idle connection a moment later without having said so
``push-drop``            never send the message pushes that the call causes
``push-duplicate``       send them twice, byte by byte the same
``push-repeat``          send them twice, the second time with a timestamp of its own
``push-late=SECONDS``    hold them back for so long
``push-reorder``         hold them back until a later push has been sent
``push-string-body``     send ``messageBody`` as JSON in a string, whatever the documentation has
``push-object-body``     send ``messageBody`` as an object, whatever the documentation has
``push-wrong-signature`` sign them with another secret
``push-unknown-type``    send them with a type that is not documented
======================== ============================================================================================

A call meets at most one fault that prevents it and one that spoils its answer: the first of each kind that is named,
the header before the rules. Faults that spoil an answer leave refusals alone, so that a mistake in a
request stays visible.
"""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from pandapon_async.sandbox.pushes.faults import NO_PUSH_FAULTS, PUSH_FAULTS, PushFaults
from pandapon_async.sandbox.specification.operations import Operation

_LONGEST_LATENCY = 3600.0
_STATUSES = frozenset(range(300, 600)) - {304}


class FaultSpecificationError(ValueError):
    """A specification of faults, or a rule, that cannot be followed. The message says why."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault and its number, where it takes one: an HTTP status or the code of an envelope."""

    kind: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class FaultPlan:
    """What shall befall one call.

    Attributes:
        latency: Seconds to wait before the call is looked at.
        latency_after: Seconds between the effect and the answer.
        prevention: Fault in place of the call.
        damage: Fault in place of the good answer.
        retry_after: Value of the header of that name on an error that a fault answers.
        closing: ``close`` or ``close-idle``, empty for neither.
        push: What befalls the message pushes that the call causes.
    """

    latency: float = 0.0
    latency_after: float = 0.0
    prevention: Fault | None = None
    damage: Fault | None = None
    retry_after: str = ""
    closing: str = ""
    push: PushFaults = NO_PUSH_FAULTS

    def overlaid(self, other: "FaultPlan") -> "FaultPlan":
        """Return this plan with its gaps filled from another one."""
        return FaultPlan(
            latency=self.latency or other.latency,
            latency_after=self.latency_after or other.latency_after,
            prevention=self.prevention or other.prevention,
            damage=self.damage or other.damage,
            retry_after=self.retry_after or other.retry_after,
            closing=self.closing or other.closing,
            push=self.push.overlaid(other.push),
        )


NO_FAULTS = FaultPlan()


def _seconds(kind: str, text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= _LONGEST_LATENCY:
        raise FaultSpecificationError(f"{kind} needs seconds between 0 and {_LONGEST_LATENCY:g}, such as {kind}=0.2")
    return seconds


def _status(kind: str, text: str) -> Fault:
    status = int(text) if re.fullmatch(r"[0-9]{3}", text) else 0
    if status not in _STATUSES:
        raise FaultSpecificationError(f"{kind} needs an HTTP status between 300 and 599, such as {kind}=503")
    return Fault(kind, status)


def _code(kind: str, text: str) -> Fault:
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise FaultSpecificationError(f"{kind} needs a whole number, such as {kind}=500")
    return Fault(kind, int(text))


def _header_value(kind: str, text: str) -> str:
    if not re.fullmatch(r"[ -~]+", text):
        raise FaultSpecificationError(f"{kind} needs a header value in printable ASCII, such as {kind}=2")
    return text


_WITH_ARGUMENT: dict[str, Callable[[str, str], FaultPlan]] = {
    "latency": lambda kind, text: FaultPlan(latency=_seconds(kind, text)),
    "latency-after": lambda kind, text: FaultPlan(latency_after=_seconds(kind, text)),
    "status": lambda kind, text: FaultPlan(prevention=_status(kind, text)),
    "code": lambda kind, text: FaultPlan(prevention=_code(kind, text)),
    "status-after": lambda kind, text: FaultPlan(damage=_status(kind, text)),
    "code-after": lambda kind, text: FaultPlan(damage=_code(kind, text)),
    "retry-after": lambda kind, text: FaultPlan(retry_after=_header_value(kind, text)),
    "push-late": lambda kind, text: FaultPlan(push=PushFaults(late=_seconds(kind, text))),
}
_WITHOUT_ARGUMENT: dict[str, FaultPlan] = {
    "drop-before": FaultPlan(prevention=Fault("drop-before")),
    **{
        kind: FaultPlan(damage=Fault(kind))
        for kind in ("drop-after", "truncate", "cut", "malformed", "empty", "wrong-types")
    },
    "close": FaultPlan(closing="close"),
    "close-idle": FaultPlan(closing="close-idle"),
    **{kind: FaultPlan(push=faults) for kind, faults in PUSH_FAULTS.items()},
}
_ERRORS_WITH_HEADERS = frozenset({"status", "code", "status-after", "code-after"})
# A comma may also stand inside an HTTP date, so only one before the name of a fault separates.
_SEPARATOR = re.compile(rf",\s*(?=(?:{'|'.join([*_WITH_ARGUMENT, *_WITHOUT_ARGUMENT])})\s*(?:[=,]|$))")


def parse_faults(text: str) -> FaultPlan:
    """Read a specification of faults.

    Raises:
        FaultSpecificationError: an unknown fault, a wrong argument, or nothing at all.
    """
    plan = NO_FAULTS
    for part in _SEPARATOR.split(text.strip()):
        kind, equals, argument = (piece.strip() for piece in part.partition("="))
        if kind in _WITH_ARGUMENT:
            plan = plan.overlaid(_WITH_ARGUMENT[kind](kind, argument))
        elif kind not in _WITHOUT_ARGUMENT:
            known = ", ".join(sorted([*_WITH_ARGUMENT, *_WITHOUT_ARGUMENT]))
            raise FaultSpecificationError(f"unknown fault {kind!r}; known are {known}")
        elif equals:
            raise FaultSpecificationError(f"{kind} takes no argument")
        else:
            plan = plan.overlaid(_WITHOUT_ARGUMENT[kind])
    faults = (plan.prevention, plan.damage)
    if plan.retry_after and not any(fault and fault.kind in _ERRORS_WITH_HEADERS for fault in faults):
        raise FaultSpecificationError("retry-after needs an error to go with, such as status=503")
    return plan


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultRule:
    """A fault that befalls calls by chance.

    Attributes:
        fault: Specification of faults.
        operation: Operation id such as ``taobao.orders.create``; None for all operations.
        probability: Between 0 and 1.
        times: How often at most; None for no limit.
    """

    fault: str
    operation: str | None = None
    probability: float = 1.0
    times: int | None = None


@dataclass(slots=True)
class _ActiveRule:
    rule: FaultRule
    plan: FaultPlan
    times_left: int | None


class FaultRules:
    """The rules in force. The same seed and the same order of calls give the same faults."""

    def __init__(self, known_operations: Iterable[str]) -> None:
        self._known_operations = frozenset(known_operations)
        self._seed = 0
        self._random = Random(0)  # noqa: S311 - luck, not secrets
        self._active: list[_ActiveRule] = []

    def replace(self, rules: Sequence[FaultRule], *, seed: int = 0) -> None:
        """Put new rules in force in place of the old ones.

        Raises:
            FaultSpecificationError: a rule cannot be followed; the old rules stay.
        """
        active = [_ActiveRule(rule, self._checked(rule), rule.times) for rule in rules]
        self._seed = seed
        self._random = Random(seed)  # noqa: S311
        self._active = active

    def replace_from_json(self, document: Any) -> None:
        """Do the same from ``{"seed": int, "rules": [{"operation", "fault", "probability", "times"}]}``.

        Raises:
            FaultSpecificationError: the document has another form, or a rule cannot be followed.
        """
        match document:
            case {"rules": [*items], **rest} if rest.keys() <= {"seed"}:
                seed = rest.get("seed", 0)
            case _:
                raise FaultSpecificationError('expected {"seed": 7, "rules": [...]}')
        if type(seed) is not int:
            raise FaultSpecificationError("seed must be a whole number")
        self.replace([_rule_from_json(item) for item in items], seed=seed)

    def to_json(self) -> dict[str, Any]:
        """Return the rules in force, with what is left of their ``times``."""
        return {
            "seed": self._seed,
            "rules": [
                {
                    "operation": entry.rule.operation,
                    "fault": entry.rule.fault,
                    "probability": entry.rule.probability,
                    "times": entry.rule.times,
                    "timesLeft": entry.times_left,
                }
                for entry in self._active
            ],
        }

    def plan(self, operation: Operation, header: str | None) -> FaultPlan:
        """Decide what befalls a call.

        Raises:
            FaultSpecificationError: the header cannot be followed.
        """
        plan = NO_FAULTS if header is None else parse_faults(header)
        for entry in self._active:
            if entry.rule.operation not in {None, operation.operation_id} or entry.times_left == 0:
                continue
            # Drawn even where the answer is certain, so that rules do not shift each other's luck.
            if self._random.random() < entry.rule.probability:
                if entry.times_left is not None:
                    entry.times_left -= 1
                plan = plan.overlaid(entry.plan)
        return plan

    def _checked(self, rule: FaultRule) -> FaultPlan:
        if rule.operation is not None and rule.operation not in self._known_operations:
            raise FaultSpecificationError(f"no operation is called {rule.operation!r}")
        if not 0 <= rule.probability <= 1:
            raise FaultSpecificationError("probability must lie between 0 and 1")
        if rule.times is not None and rule.times < 0:
            raise FaultSpecificationError("times must not be negative")
        return parse_faults(rule.fault)


def _rule_from_json(item: Any) -> FaultRule:
    rule = FaultRule(fault="")
    match item:
        case {"fault": str(fault), **rest} if rest.keys() <= {"operation", "probability", "times"}:
            rule = replace(rule, fault=fault)
        case _:
            raise FaultSpecificationError('a rule is {"operation", "fault", "probability", "times"}; fault is required')
    match rest.get("operation"):
        case None:
            pass
        case str(operation):
            rule = replace(rule, operation=operation)
        case _:
            raise FaultSpecificationError("operation must be an operation id, or null for all")
    match rest.get("probability", 1.0):
        case bool():
            raise FaultSpecificationError("probability must be a number")
        case int(probability) | float(probability):
            rule = replace(rule, probability=float(probability))
        case _:
            raise FaultSpecificationError("probability must be a number")
    match rest.get("times"):
        case None:
            return rule
        case int(times) if not isinstance(times, bool):
            return replace(rule, times=times)
        case _:
            raise FaultSpecificationError("times must be a whole number, or null for no limit")

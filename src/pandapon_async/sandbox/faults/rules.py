"""The fault rules in force, and the choice of the faults that a call meets."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any, cast

from pandapon_async.sandbox.faults.parsing import FaultRule, ParsedFault, parse_fault, parse_rule
from pandapon_async.sandbox.faults.plan import NO_FAULTS, FaultPlan, FaultSpecificationError


@dataclass(frozen=True, slots=True)
class Caller:
    """What the rules compare with a call.

    Attributes:
        operation: Operation id.
        account: The access key it claims.
        key: The caller's own order number, or the order id of a call about an order; None if it has neither.
    """

    operation: str
    account: str
    key: str | None


@dataclass(slots=True)
class _ActiveRule:
    number: int
    rule: FaultRule
    parsed: ParsedFault
    times_left: int | None
    ends_at: float | None
    matched: int = 0


class FaultRules:
    """The rules in force.

    Chance depends on the seed, the operation, the order's key and how often that key was called before. The same seed
    therefore gives the same faults, in whatever order concurrent calls arrive.

    Args:
        known_operations: All operation ids.
        clock: Wall time in seconds since the epoch.
    """

    def __init__(self, known_operations: Iterable[str], clock: Callable[[], float]) -> None:
        self._known_operations = frozenset(known_operations)
        self._clock = clock
        self._seed = 0
        self._active: dict[int, _ActiveRule] = {}
        self._next_number = 1
        self._calls: Counter[tuple[str, str | None]] = Counter()

    def add(self, rule: FaultRule | str) -> int:
        """Put a rule in force after the others and return its number.

        Args:
            rule: A rule, or its text, such as ``lost_answer:A-1``.

        Raises:
            FaultSpecificationError: the rule is invalid.
        """
        rule = parse_rule(rule) if isinstance(rule, str) else rule
        active = self._activated(rule)
        self._active[active.number] = active
        return active.number

    def add_from_json(self, document: Any) -> int:
        """Like :meth:`add`, from ``{"fault", "operation", "key", "account", "probability", "times", "seed"}``.

        Raises:
            FaultSpecificationError: the rule is invalid.
        """
        return self.add(rule_from_json(document))

    def remove(self, number: int) -> bool:
        """Remove a rule; return False if none has this number."""
        return self._active.pop(number, None) is not None

    def remove_account(self, account: str) -> None:
        """Remove all rules of an account."""
        self._active = {number: each for number, each in self._active.items() if each.rule.account != account}

    def replace(self, rules: Sequence[FaultRule], *, seed: int = 0) -> None:
        """Replace all rules.

        Raises:
            FaultSpecificationError: a rule is invalid; the old rules stay in force.
        """
        active = [self._activated(rule) for rule in rules]
        self._seed = seed
        self._calls.clear()
        self._active = {each.number: each for each in active}

    def replace_from_json(self, document: Any) -> None:
        """Like :meth:`replace`, from ``{"seed": int, "rules": [...]}``.

        Raises:
            FaultSpecificationError: the document or a rule is invalid; the old rules stay in force.
        """
        match document:
            case {"rules": [*items], **rest} if rest.keys() <= {"seed"}:
                seed = rest.get("seed", 0)
            case _:
                raise FaultSpecificationError('expected {"seed": 7, "rules": [...]}')
        if type(seed) is not int:
            raise FaultSpecificationError("seed must be a whole number")
        self.replace([rule_from_json(item) for item in items], seed=seed)

    def to_json(self) -> dict[str, Any]:
        """Return the rules in force, with how often they applied and may still apply."""
        return {
            "seed": self._seed,
            "rules": [
                {
                    "id": entry.number,
                    "operation": entry.rule.operation,
                    "fault": entry.rule.fault,
                    "key": entry.rule.key,
                    "account": entry.rule.account,
                    "probability": entry.rule.probability,
                    "times": entry.rule.times,
                    "timesLeft": entry.times_left,
                    "matched": entry.matched,
                }
                for entry in self._active.values()
            ],
        }

    def unmatched(self, account: str | None = None) -> list[FaultRule]:
        """Return the rules in force that never applied.

        Args:
            account: Only rules of this account; None for all rules.
        """
        entries = [entry for entry in self._active.values() if account in {None, entry.rule.account}]
        return [entry.rule for entry in entries if not entry.matched]

    @property
    def needs_key(self) -> bool:
        """Whether the choice depends on the order's key, which only the body tells."""
        return any(_depends_on_key(entry) for entry in self._active.values())

    def plan(self, caller: Caller, header: str | None) -> FaultPlan:
        """Choose the faults of a call.

        Raises:
            FaultSpecificationError: the header is invalid.
        """
        plan = NO_FAULTS
        if header is not None:
            entry = self._activated(parse_rule(header))
            plan = self._apply(entry, caller, plan, 0)
        if not self._active:
            return plan
        drawn = (caller.operation, caller.key)
        nth = 0
        if any(entry.rule.probability < 1 or len(entry.parsed.plans) > 1 for entry in self._active.values()):
            nth = self._calls[drawn]
            self._calls[drawn] += 1
        for position, entry in enumerate(self._active.values()):
            plan = self._apply(entry, caller, plan, nth, position)
        return plan

    def _apply(self, entry: _ActiveRule, caller: Caller, plan: FaultPlan, nth: int, position: int = -1) -> FaultPlan:
        rule = entry.rule
        if (
            rule.operation not in {None, caller.operation}
            or rule.account not in {None, caller.account}
            or rule.key not in {None, caller.key}
            or entry.times_left == 0
            or (entry.ends_at is not None and self._clock() >= entry.ends_at)
        ):
            return plan
        chosen = entry.parsed.plans[0]
        if rule.probability < 1 or len(entry.parsed.plans) > 1:
            seed = self._seed if rule.seed is None else rule.seed
            chance = Random(f"{seed}/{position}/{caller.operation}/{caller.key}/{nth}")  # noqa: S311 - not for secrets
            if chance.random() >= rule.probability:
                return plan
            chosen = chance.choice(entry.parsed.plans)
        merged = plan.merged(chosen)
        if merged is not plan:
            entry.matched += 1
            if entry.times_left is not None:
                entry.times_left -= 1
        return merged

    def _activated(self, rule: FaultRule) -> _ActiveRule:
        if rule.operation is not None and rule.operation not in self._known_operations:
            raise FaultSpecificationError(f"no operation is called {rule.operation!r}")
        if not 0 <= rule.probability <= 1:
            raise FaultSpecificationError("probability must lie between 0 and 1")
        if rule.times is not None and rule.times < 0:
            raise FaultSpecificationError("times must not be negative")
        parsed = parse_fault(rule.fault)
        ends_at = None if parsed.lasts is None else self._clock() + parsed.lasts
        active = _ActiveRule(self._next_number, rule, parsed, rule.times, ends_at)
        self._next_number += 1
        return active


def header_needs_key(header: str) -> bool:
    """Return True if the faults of a header depend on the order's key.

    Raises:
        FaultSpecificationError: the header is invalid.
    """
    return parse_rule(header).key is not None


def rule_from_json(item: Any) -> FaultRule:
    """Return the rule that a JSON object describes. A recipe may have its selectors in ``fault`` or beside it.

    Raises:
        FaultSpecificationError: the rule is invalid.
    """
    match item:
        case {"fault": str(fault), **rest} if rest.keys() <= _FIELDS.keys():
            rule = parse_rule(fault)
            fields = cast("dict[str, Any]", rest)
        case _:
            raise FaultSpecificationError(f'a rule is {{"fault", {", ".join(_FIELDS)}}}; fault is required')
    for name, value in fields.items():
        allowed, meaning = _FIELDS[name]
        if isinstance(value, bool) or not isinstance(value, allowed):
            raise FaultSpecificationError(f"{name} must be {meaning}")
        change: dict[str, Any] = {name: value}
        rule = replace(rule, **change)
    return rule


_OPTIONAL_STRING = (str, type(None))
_OPTIONAL_NUMBER = (int, type(None))
_FIELDS: dict[str, tuple[tuple[type, ...], str]] = {
    "operation": (_OPTIONAL_STRING, "an operation id, or null for all"),
    "key": (_OPTIONAL_STRING, "an order number, or null for all"),
    "account": (_OPTIONAL_STRING, "an access key, or null for all"),
    "probability": ((int, float), "a number"),
    "times": (_OPTIONAL_NUMBER, "a whole number, or null for no limit"),
    "seed": (_OPTIONAL_NUMBER, "a whole number, or null for that of all rules"),
}


def _depends_on_key(entry: _ActiveRule) -> bool:
    return entry.rule.key is not None or entry.rule.probability < 1 or len(entry.parsed.plans) > 1

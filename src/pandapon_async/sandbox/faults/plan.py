"""What one call meets: delays, a fault in place of the call, or a fault of its response."""

from dataclasses import dataclass, fields
from typing import Any, Final

from pandapon_async.sandbox.pushes.faults import NO_PUSH_FAULTS, PushFaults


class FaultSpecificationError(ValueError):
    """A fault or a fault rule is invalid. The message says why."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        kind: What happens; see :mod:`~pandapon_async.sandbox.faults.responses` for faults of responses.
        argument: An HTTP status, a code or the variant, if the kind takes one.
        name: Name under which the summary counts it; empty for a part of a recipe, which is counted as a whole.
    """

    kind: str
    argument: Any = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class PageLimits:
    """How a list is paged under a fault.

    Attributes:
        size: Maximum number of rows of a page, whatever size is requested.
        total: Number of rows of the whole list.
    """

    size: int
    total: int


@dataclass(frozen=True, slots=True)
class FaultPlan:
    """The faults of one call.

    Attributes:
        latency: Seconds before the call is processed.
        latency_after: Seconds between the effect and the response.
        prevention: Fault in place of the call.
        damage: Fault of the successful response.
        partly: Carry out a creation without its last line or last order.
        pages: How a list is paged.
        clock_offset: Seconds by which the sandbox's clock is off for this call, in its clock check and in ``Date``.
        date_offset: Seconds by which only the ``Date`` header is off.
        retry_after: ``Retry-After`` header of an error that a fault returns.
        closing: ``close`` or ``close-idle``, empty for neither.
        unsolicited: Send a second response after the first one, while the connection is idle.
        push: Faults of the message pushes that the call causes.
        recipes: Names of the recipes that the plan consists of.
    """

    latency: float = 0.0
    latency_after: float = 0.0
    prevention: Fault | None = None
    damage: Fault | None = None
    partly: bool = False
    pages: PageLimits | None = None
    clock_offset: float = 0.0
    date_offset: float = 0.0
    retry_after: str = ""
    closing: str = ""
    unsolicited: bool = False
    push: PushFaults = NO_PUSH_FAULTS
    recipes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all faults in the plan."""
        parts = (self.prevention, self.damage)
        primitives = [part.name for part in parts if part is not None and part.name]
        if not self.recipes:
            delays = {"latency": self.latency, "latency-after": self.latency_after, self.closing: self.closing}
            primitives += [name for name, value in delays.items() if value]
        return (*self.recipes, *primitives, *self.push.names)

    @property
    def is_exclusive(self) -> bool:
        """Whether the plan replaces the call or its response, so that no other such plan applies."""
        return self.prevention is not None or self.damage is not None

    def merged(self, other: "FaultPlan") -> "FaultPlan":
        """Return both combined. This plan wins where both have a value.

        A recipe is not taken apart: if both plans are exclusive and the other one is a recipe, it is left out.
        """
        if other is NO_FAULTS or (other.recipes and self.is_exclusive and other.is_exclusive):
            return self
        values = {each.name: getattr(self, each.name) or getattr(other, each.name) for each in fields(self)}
        values["push"] = self.push.merged(other.push)
        values["recipes"] = self.recipes + other.recipes
        return FaultPlan(**values)


NO_FAULTS: Final = FaultPlan()

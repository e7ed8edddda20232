"""What can go wrong with message pushes on request; :mod:`~pandapon_async.sandbox.faults` tells how it is asked for."""

from dataclasses import dataclass, fields
from typing import Final

UNKNOWN_TYPE: Final = "SANDBOX_UNKNOWN_TYPE"


@dataclass(frozen=True, slots=True)
class PushFaults:
    """What shall befall the pushes that one call causes.

    Attributes:
        drop: They are never sent.
        duplicate: They are sent twice, byte by byte the same.
        repeat: They are sent twice, the second time with another timestamp.
        late: Seconds that they are held back.
        reorder: They are held back until a later push has been sent.
        string_body: ``messageBody`` is JSON in a string.
        object_body: ``messageBody`` is an object.
        wrong_signature: They are signed with another secret.
        unknown_type: They have a type that is not documented.
    """

    drop: bool = False
    duplicate: bool = False
    repeat: bool = False
    late: float = 0.0
    reorder: bool = False
    string_body: bool = False
    object_body: bool = False
    wrong_signature: bool = False
    unknown_type: bool = False

    def overlaid(self, other: "PushFaults") -> "PushFaults":
        """Return both together, with this one's seconds where both have some."""
        return PushFaults(**{each.name: getattr(self, each.name) or getattr(other, each.name) for each in fields(self)})

    @property
    def names(self) -> list[str]:
        """The faults as they are asked for, without their seconds."""
        return [f"push-{each.name.replace('_', '-')}" for each in fields(self) if getattr(self, each.name)]


NO_PUSH_FAULTS: Final = PushFaults()

#: By the name under which each one without an argument is asked for.
PUSH_FAULTS: Final = {
    f"push-{each.name.replace('_', '-')}": PushFaults(**{each.name: True})
    for each in fields(PushFaults)
    if each.type is bool or each.type == "bool"
}

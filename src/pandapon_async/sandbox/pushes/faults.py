"""Faults of message pushes. See :mod:`~pandapon_async.sandbox.faults.rules` for how to request them."""

from dataclasses import dataclass, fields
from typing import Final

UNKNOWN_TYPE: Final = "SANDBOX_UNKNOWN_TYPE"


@dataclass(frozen=True, slots=True)
class PushFaults:
    """The faults of the pushes that one call causes.

    Attributes:
        drop: The pushes are never sent.
        duplicate: They are sent twice with identical bytes.
        repeat: They are sent twice, the second time with a new timestamp.
        late: Seconds by which they are delayed.
        reorder: They are held back until a later push was sent.
        string_body: ``messageBody`` is JSON in a string.
        object_body: ``messageBody`` is an object.
        wrong_signature: They are signed with a wrong secret.
        unknown_type: They have an undocumented type.
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

    def merged(self, other: "PushFaults") -> "PushFaults":
        """Return both combined; this delay wins if both have one."""
        return PushFaults(**{each.name: getattr(self, each.name) or getattr(other, each.name) for each in fields(self)})

    @property
    def names(self) -> list[str]:
        """The names of the faults, without their delay."""
        return [f"push-{each.name.replace('_', '-')}" for each in fields(self) if getattr(self, each.name)]


NO_PUSH_FAULTS: Final = PushFaults()

#: Faults without an argument, by name.
PUSH_FAULTS: Final = {
    f"push-{each.name.replace('_', '-')}": PushFaults(**{each.name: True})
    for each in fields(PushFaults)
    if each.type is bool or each.type == "bool"
}

"""The model OfficialSolutionFromV1 of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import INTEGER, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["OfficialSolutionFromV1"]


@model
class OfficialSolutionFromV1(Model):
    """A way in which 1688 collects goods.

    Attributes:
        solution_code: Code.
        solution_name: Name.
        total_cost: Cost. Unit: fen.
    """

    solution_code: str | None | Unset = wire_field("solutionCode", TEXT, default=UNSET)
    solution_name: str | None | Unset = wire_field("solutionName", TEXT, default=UNSET)
    total_cost: int | None | Unset = wire_field("totalCost", INTEGER, default=UNSET)

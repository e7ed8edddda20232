"""The model SellerMixSetting of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, INTEGER

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["SellerMixSetting"]


@model
class SellerMixSetting(Model):
    """When products of one seller can be mixed to reach a wholesale quantity.

    Attributes:
        general_hunpi: Mixing is allowed.
        mix_amount: Amount that is needed.
        mix_number: Pieces that are needed.
    """

    general_hunpi: bool | None | Unset = wire_field("generalHunpi", BOOLEAN, default=UNSET)
    mix_amount: int | None | Unset = wire_field("mixAmount", INTEGER, default=UNSET, nullable=True)
    mix_number: int | None | Unset = wire_field("mixNumber", INTEGER, default=UNSET, nullable=True)

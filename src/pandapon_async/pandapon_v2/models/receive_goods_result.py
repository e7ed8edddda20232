"""The model ReceiveGoodsResult of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import BOOLEAN, TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ReceiveGoodsResult"]


@model
class ReceiveGoodsResult(Model):
    """Outcome of confirming a receipt.

    Attributes:
        success: Whether it worked. Look here too, not only at the code of the answer.
        error_info: Text of the error; empty on success.
        error_code: Code of the error; empty on success.
    """

    success: bool | None | Unset = wire_field("success", BOOLEAN, default=UNSET)
    error_info: str | None | Unset = wire_field("errorInfo", TEXT, default=UNSET)
    error_code: str | None | Unset = wire_field("errorCode", TEXT, default=UNSET)

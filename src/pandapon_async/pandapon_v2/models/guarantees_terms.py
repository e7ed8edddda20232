"""The model GuaranteesTerms of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["GuaranteesTerms"]


@model
class GuaranteesTerms(Model):
    """Something that the seller guarantees.

    Attributes:
        assurance_info: Text.
        assurance_type: Code; jqbz and qtwlybt are known.
        quality_assurance_type: Name.
        value: Value, such as a number of days.
    """

    assurance_info: str | None | Unset = wire_field("assuranceInfo", TEXT, default=UNSET)
    assurance_type: str | None | Unset = wire_field("assuranceType", TEXT, default=UNSET)
    quality_assurance_type: str | None | Unset = wire_field("qualityAssuranceType", TEXT, default=UNSET)
    value: str | None | Unset = wire_field("value", TEXT, default=UNSET, nullable=True)

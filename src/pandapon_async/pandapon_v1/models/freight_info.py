"""The model FreightInfo of PandaPon v1.

Generated from openapi/pandapon-v1.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, Id

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["FreightInfo"]


@model
class FreightInfo(Model):
    """A freight service.

    Attributes:
        service_id: Freight service id.
        company_name: Carrier; empty in the sample.
        service_category: Kind of service; empty in the sample.
    """

    service_id: str | int | Unset = wire_field("serviceId", Id(), default=UNSET)
    company_name: str | Unset = wire_field("companyName", TEXT, default=UNSET)
    service_category: str | Unset = wire_field("serviceCategory", TEXT, default=UNSET)

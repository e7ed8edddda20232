"""The model ProductCertificate of PandaPon v2.

Generated from openapi/pandapon-v2.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.schema.models import Model, model, wire_field
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import TEXT, ListOf

if TYPE_CHECKING:
    from pandapon_async._core.schema.unset import Unset

__all__ = ["ProductCertificate"]


@model
class ProductCertificate(Model):
    """A certificate of a 1688 product.

    Attributes:
        certificate_name: Name.
        certificate_code: Number.
        certificate_photo_list: Addresses of pictures.
    """

    certificate_name: str | None | Unset = wire_field("certificateName", TEXT, default=UNSET)
    certificate_code: str | None | Unset = wire_field("certificateCode", TEXT, default=UNSET)
    certificate_photo_list: list[str] | None | Unset = wire_field("certificatePhotoList", ListOf(TEXT), default=UNSET)

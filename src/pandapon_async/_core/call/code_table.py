"""Meaning of each known code of a response.

Generated from openapi/codes.yaml by ``make generate``; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pandapon_async._core.call.code_meanings import Meaning

__all__ = ["CODES"]

CODES: Final[Mapping[str, Meaning]] = {
    "400": "refused",
    "404": "refused",
    "405": "refused",
    "406": "refused",
    "411": "refused",
    "413": "refused",
    "414": "refused",
    "415": "refused",
    "422": "refused",
    "401": "account",
    "403": "account",
    "429": "throttled",
    "408": "in_doubt",
    "499": "in_doubt",
    "5[0-9][0-9]": "in_doubt",
    "50000": "in_doubt",
    "-1": "in_doubt",
    "1030": "in_doubt",
    "isp.*": "in_doubt",
    "system_error": "in_doubt",
    "system_busy": "in_doubt",
    "sys_error": "in_doubt",
    "unknown_error": "in_doubt",
    "internal_error": "in_doubt",
    "internal_server_error": "in_doubt",
    "service_unavailable": "in_doubt",
    "*timeout*": "in_doubt",
    "*time_out*": "in_doubt",
}

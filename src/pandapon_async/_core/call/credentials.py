"""Who calls: access key, access secret, sub-account."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import attrs

from pandapon_async._core.errors import ConfigurationError

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Credentials"]


def _header_text(_instance: object, attribute: attrs.Attribute[str], value: object) -> None:
    # Values are never shown: a mistyped secret is still most of a secret.
    if not isinstance(value, str):
        raise ConfigurationError(f"{attribute.name} must be str, got {type(value).__name__}")
    if not value:
        raise ConfigurationError(f"{attribute.name} is empty")
    if not value.isascii() or not value.isprintable() or " " in value:
        raise ConfigurationError(f"{attribute.name} holds blanks, line breaks or characters outside ASCII")


@attrs.frozen(kw_only=True)
class Credentials:
    """An account of the platform. Its repr shows neither key nor secret.

    Attributes:
        access_key: Identifies the developer; travels with every request.
        access_secret: Signs requests; never sent.
        user_id: Sub-account that calls act for.
    """

    access_key: str = attrs.field(validator=_header_text, repr=False)
    access_secret: str = attrs.field(validator=_header_text, repr=False)
    user_id: str = attrs.field(validator=_header_text)

    @classmethod
    def from_env(cls, prefix: str = "PANDAPON") -> Self:
        """Read ``<prefix>_ACCESS_KEY``, ``<prefix>_ACCESS_SECRET`` and ``<prefix>_USER_ID``.

        Raises:
            ConfigurationError: A variable is missing, empty or holds what no header can hold.
        """
        names = {field: f"{prefix}_{field.upper()}" for field in ("access_key", "access_secret", "user_id")}
        missing = [variable for variable in names.values() if not os.environ.get(variable)]
        if missing:
            raise ConfigurationError(f"set the environment variable{'s' * (len(missing) > 1)} {', '.join(missing)}")
        return cls(**{field: os.environ[variable] for field, variable in names.items()})

"""Credentials: access key, access secret, sub-account."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import attrs

from pandapon_async._core.errors import ConfigurationError
from pandapon_async._core.http.header_text import header_problem

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Credentials"]


@attrs.frozen(kw_only=True, init=False)
class Credentials:
    """An account of the platform. Its repr shows neither key nor secret.

    Attributes:
        access_key: Identifies the developer; sent with every request.
        access_secret: Signs requests; never sent.
        user_id: Sub-account that calls act for.
    """

    access_key: str = attrs.field(repr=False)
    access_secret: str = attrs.field(repr=False)
    user_id: str

    def __init__(self, *, access_key: str, access_secret: str, user_id: str) -> None:
        problem = (
            header_problem("access_key", access_key)
            or header_problem("access_secret", access_secret)
            or header_problem("user_id", user_id)
        )
        if problem is not None:
            # Tracebacks show local variables, and a mistyped secret is still most of a secret.
            access_key = access_secret = user_id = "***"  # noqa: S105 - a mask
        for name, value in (("access_key", access_key), ("access_secret", access_secret), ("user_id", user_id)):
            object.__setattr__(self, name, value)
        if problem is not None:
            raise ConfigurationError(problem)

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

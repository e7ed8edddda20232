"""The root of all errors, and those raised before a call starts. :mod:`call.errors` has the errors of calls.

::

    PandaPonError
    ├── ConfigurationError     the client is set up wrongly; nothing was sent
    ├── InvalidArgumentError   an argument cannot be sent; nothing was sent
    └── CallError              a call that was started failed
"""

from __future__ import annotations

__all__ = ["ConfigurationError", "InvalidArgumentError", "PandaPonError"]


class PandaPonError(Exception):
    """Root of all errors of this package."""


class ConfigurationError(PandaPonError):
    """The client is set up wrongly: a setting, an environment variable, a missing package."""


class InvalidArgumentError(PandaPonError):
    """An argument cannot be sent; nothing was sent.

    Attributes:
        argument: Where it stands, such as ``order_line_list[1].quantity``.
        problem: What is wrong with it. Never holds the value.
    """

    def __init__(self, argument: str, problem: str) -> None:
        super().__init__(argument, problem)
        self.argument = argument
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.argument}: {self.problem}"

"""Refusals: why a call is rejected, and the code in its envelope."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a call was refused. The summary counts refusals by reason."""

    ACCESS_KEY = "access-key"
    USER_ID = "user-id"
    NONCE = "nonce-str"
    TIMESTAMP = "timestamp"
    CLOCK = "clock"
    SIGNATURE = "signature"
    NONCE_REUSED = "nonce-reused"
    UNKNOWN_PATH = "unknown-path"
    METHOD = "method"
    CONTENT_TYPE = "content-type"
    BODY_SIZE = "body-size"
    JSON = "json"
    SCHEMA = "schema"
    UNKNOWN_ID = "unknown-id"
    LIMIT = "limit"


_CODES = {
    Reason.UNKNOWN_PATH: 404,
    Reason.METHOD: 405,
    Reason.BODY_SIZE: 413,
    Reason.CONTENT_TYPE: 400,
    Reason.JSON: 400,
    Reason.SCHEMA: 400,
    Reason.UNKNOWN_ID: 404,
    Reason.LIMIT: 400,
}


class RefusedError(Exception):
    """The sandbox refuses a call and changes nothing.

    The documentation lists no error codes. The sandbox uses 401 for authentication, 400 for invalid requests, and 404,
    405 and 413 as in HTTP.

    Attributes:
        reason: The reason, for counting.
        message: The reason, for people. It names fields and rules, never a value: values may be personal.
    """

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message

    @property
    def code(self) -> int:
        """The code in the response's envelope."""
        return _CODES.get(self.reason, 401)

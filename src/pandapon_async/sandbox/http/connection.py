"""What faults can do to the TCP connection of a call, which ASGI hides."""

from typing import Protocol

CONNECTION_EXTENSION = "pandapon.connection"


class Connection(Protocol):
    """What a fault can do to the connection of a call. It is in the extensions of the ASGI scope."""

    def reset(self) -> None:
        """Reset the connection. Unsent bytes are lost."""

    def close(self) -> None:
        """Close the connection after all written bytes are sent."""

    def close_if_idle(self) -> None:
        """Close the connection unless another call runs on it."""

    def write_if_idle(self, content: bytes) -> None:
        """Send bytes that belong to no call, unless another call runs on the connection."""


class DroppedConnectionError(ConnectionError):
    """A fault breaks the connection of a call that came by ASGI in the same process, without a connection.

    The ASGI application raises it in place of the connection error that a client sees over a socket.
    """

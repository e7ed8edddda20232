"""``python -m codegen docs`` for maintainers; the page reader itself is ``pandapon_async.codegen.docs``."""

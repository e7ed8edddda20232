"""``python -m pandapon_async.cli`` is the same as ``pandapon``."""

from pandapon_async.cli import main

if __name__ == "__main__":
    main()

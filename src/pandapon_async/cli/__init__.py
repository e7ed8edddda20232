"""The ``pandapon`` command. It needs the extra ``cli``, and single commands need further ones."""

import sys


def main() -> None:
    """Run the command line; the entry point of the console script."""
    try:
        from pandapon_async.cli.application import application  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        sys.stderr.write('The command line needs click. Install it with: pip install "pandapon-async[cli]"\n')
        raise SystemExit(1) from None
    application(prog_name="pandapon")

"""The group of all commands. A command is imported when it is run, so that ``pandapon --help`` is quick."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

import click


@dataclass(frozen=True, slots=True)
class CommandReference:
    """Where a command is found, and what the list of commands says about it.

    Attributes:
        module: Imported when the command is run.
        attribute: Name of the command in there.
        summary: One line for the list, known without the import.
    """

    module: str
    attribute: str
    summary: str


COMMANDS: Mapping[str, CommandReference] = {
    "call": CommandReference("pandapon_async.cli.call", "call", "Call an operation and print its answer."),
    "docs": CommandReference("pandapon_async.cli.docs", "docs", "Follow the documentation."),
    "doctor": CommandReference("pandapon_async.cli.doctor", "doctor", "Try the credentials with a harmless read."),
    "messages": CommandReference(
        "pandapon_async.cli.messages", "messages", "Receive message pushes, inspect, retry and purge them."
    ),
    "ops": CommandReference("pandapon_async.cli.ops", "ops", "List and explain the documented operations."),
    "orders": CommandReference("pandapon_async.cli.orders", "orders", "Submit batches of orders, each exactly once."),
    "probe": CommandReference(
        "pandapon_async.cli.probe", "probe", "Find out which inferred and candidate paths exist."
    ),
    "sandbox": CommandReference("pandapon_async.cli.sandbox", "sandbox", "Run a local PandaPon."),
}


class LazyGroup(click.Group):
    """A group that knows its commands by reference."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, those added directly included."""
        return sorted({*COMMANDS, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, None where there is none of that name."""
        reference = COMMANDS.get(cmd_name)
        if reference is None:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(reference.module), reference.attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        rows = [(name, COMMANDS[name].summary) for name in self.list_commands(ctx) if name in COMMANDS]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pandapon-async")
def application() -> None:
    """Buy on Taobao and 1688 through PandaPon and Xportcn KA."""

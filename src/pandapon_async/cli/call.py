"""``pandapon call``: one call of any operation, with the account of the environment."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import click

from pandapon_async._core.call.codes import load_codes
from pandapon_async._core.call.errors import DecodeError, PartialSuccessError
from pandapon_async._core.errors import InvalidArgumentError, PandaPonError
from pandapon_async.cli.arguments import arguments_from_json, arguments_from_words, json_from_text, pairs_of_words
from pandapon_async.cli.codes import codes_option
from pandapon_async.cli.failures import ExitStatus, FailureError, failures_explained, status_of
from pandapon_async.cli.masking import RequestKeeper, masked_request
from pandapon_async.cli.results import print_json, print_result_table
from pandapon_async.cli.surfaces import SURFACE_NAMES, SURFACES, find_operation, require_documented, surface_of_path

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from pandapon_async._core.call.client import Client
    from pandapon_async._core.call.operation import Operation
    from pandapon_async._core.http.request import Effect
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async.cli.surfaces import Surface

__all__ = ["call"]


@dataclass(frozen=True, slots=True)
class _Plan:
    """A call that is ready to be made.

    Attributes:
        name: What a person is told of it.
        surface: Where it goes.
        effect: What it does.
        operation: What is known of it, None for a path that is not documented.
        make: Makes the call with a client.
    """

    name: str
    surface: Surface
    effect: Effect
    operation: Operation[object] | None
    make: Callable[[Client], Coroutine[Any, Any, object]]


@click.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": ["-h", "--help"]},
    options_metavar="[--PARAMETER VALUE]... [OPTIONS]",
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="[NAME]")
@click.option("--json", "json_file", type=click.File("rb"), metavar="FILE|-", help="Parameters as a JSON object.")
@click.option("--surface", type=click.Choice(SURFACE_NAMES), help="Where several surfaces have the name.")
@click.option("--base-url", help="Another address, such as a sandbox's.")
@click.option("--user-id", help="Another sub-account.")
@click.option("--timestamp-unit", type=click.Choice(["seconds", "milliseconds"]), help="Unit of the signed time.")
@codes_option
@click.option("--table", is_flag=True, help="Print a table instead of JSON.")
@click.option("--dry-run", is_flag=True, help="Print the signed request with secrets masked; send nothing.")
@click.option("--inferred", is_flag=True, help="Allow an operation whose path is inferred.")
@click.option("--yes", is_flag=True, help="Do not ask before a write or a payment.")
@click.option("--path", help="Call this path instead of a NAME.")
@click.option("--method", help="HTTP method, with --path.  [default: POST]")
@click.option("--effect", type=click.Choice(["read", "write", "pay"]), help="With --path.  [default: write]")
@click.option("--signing", type=click.Choice(["header", "query"]), help="With --path.  [default: header]")
@click.option("--query", multiple=True, metavar="NAME=VALUE", help="Query parameter, with --path; may be repeated.")
def call(  # noqa: PLR0913, PLR0917 - one parameter per option
    words: tuple[str, ...],
    json_file: Any,
    surface: str | None,
    base_url: str | None,
    user_id: str | None,
    timestamp_unit: str | None,
    codes: str | None,
    table: bool,  # noqa: FBT001 - click passes options by name
    dry_run: bool,  # noqa: FBT001
    inferred: bool,  # noqa: FBT001
    yes: bool,  # noqa: FBT001
    path: str | None,
    method: str | None,
    effect: Effect | None,
    signing: str | None,
    query: tuple[str, ...],
) -> None:
    """Call an operation and print its answer.

    NAME is the operation's Python name, such as taobao.orders.create; its parameters follow by their Python or wire
    names, objects and lists as JSON text. `pandapon ops show NAME` explains them. The account is read from
    PANDAPON_ACCESS_KEY, PANDAPON_ACCESS_SECRET, PANDAPON_USER_ID (XPORTCN_... for the surfaces of Xportcn).

    Exit status: 2 wrong usage or argument, 3 the server rejected the call, 4 nothing was done (not sent, or a read
    without a response), 5 the outcome is unknown, 6 the response is not as documented, 7 only a part was done, 8 the
    server rejected the call, but it is not certain that nothing was done.
    """
    document = json_from_text(json_file.read(), "--json") if json_file is not None else None
    by_path = {"--method": method, "--effect": effect, "--signing": signing, "--query": query}
    with failures_explained():
        if path is None:
            if used := [option for option, value in by_path.items() if value]:
                raise FailureError(f"{used[0]} needs --path; a NAME knows it by itself")
            plan = _plan_by_name(words, document, surface, inferred=inferred)
        else:
            if words:
                raise FailureError("with --path, parameters go into --query NAME=VALUE and --json; NAME is left out")
            made = {"method": method or "POST", "effect": effect or "write", "signing": signing or "header"}
            plan = _plan_by_path(path, made, query, document, surface)
        settings: dict[str, Any] = {"user_id": user_id, "timestamp_unit": timestamp_unit, "inferred": inferred}
        settings = {name: value for name, value in settings.items() if value is not None}
        if codes is not None:
            settings["codes"] = load_codes(codes)
        if dry_run:
            click.echo(asyncio.run(_rehearse(plan, base_url, settings)))
            return
        _ask(plan, yes=yes)
        data = _run(plan, base_url, settings)
    if table:
        print_result_table(data)
    else:
        print_json(data)


def _plan_by_name(words: tuple[str, ...], document: JsonValue, surface: str | None, *, inferred: bool) -> _Plan:
    if not words or words[0].startswith("-"):
        raise FailureError("name the operation first, or give --path; `pandapon ops` lists all operations")
    known = find_operation(words[0], surface)
    if not inferred:
        require_documented(known)
    operation = known.operation
    arguments = arguments_from_words(operation, pairs_of_words(words[1:]))
    if document is not None:
        from_json = arguments_from_json(operation, document)
        if twice := arguments.keys() & from_json.keys():
            raise FailureError(f"{min(twice)} is given both as an option and in --json")
        arguments = {**from_json, **arguments}
    for parameter in operation.parameters:
        if parameter.required and parameter.argument not in arguments:
            raise InvalidArgumentError(parameter.argument, "is required")
    return _Plan(
        name=f"{operation.name} ({known.surface.name})",
        surface=known.surface,
        effect=operation.effect,
        operation=operation,
        make=lambda client: client.call(operation, arguments, {}),
    )


def _plan_by_path(
    path: str, made: dict[str, Any], query: tuple[str, ...], document: JsonValue, surface: str | None
) -> _Plan:
    chosen = SURFACES[surface] if surface else surface_of_path(path)
    pairs: dict[str, str] = {}
    for word in query:
        name, equals, value = word.partition("=")
        if not equals or name in pairs:
            raise FailureError("--query takes NAME=VALUE, each NAME once")
        pairs[name] = value
    method = made["method"].upper()
    known = [each for each in chosen.operations if (each.path, each.method) == (path, method)]
    return _Plan(
        name=f"{method} {path} ({chosen.name})",
        surface=chosen,
        effect=made["effect"],
        operation=known[0] if known else None,
        make=lambda client: client.request(
            method, path, query=pairs, json=document, signing=made["signing"], effect=made["effect"]
        ),
    )


def _ask(plan: _Plan, *, yes: bool) -> None:
    """Let a person confirm what cannot be taken back.

    Raises:
        FailureError: There is nobody to ask, or the answer is no.
    """
    if plan.effect == "read" or yes:
        return
    what = "payment" if plan.effect == "pay" else "write"
    if not sys.stdin.isatty():
        raise FailureError(f"{plan.name} is a {what}; add --yes to make it without being asked")
    if not click.confirm(f"{plan.name} is a {what}. Make it?", err=True):
        raise FailureError("nothing was sent")


async def _rehearse(plan: _Plan, base_url: str | None, settings: dict[str, Any]) -> str:
    keeper = RequestKeeper()
    client = plan.surface.build_client(base_url, transport=keeper, **settings)
    async with client:
        try:
            await plan.make(client)
        except PandaPonError:
            # That the made-up answer is not the documented one matters to nobody.
            if not keeper.requests:
                raise
    return masked_request(keeper.requests[0], plan.operation)


def _run(plan: _Plan, base_url: str | None, settings: dict[str, Any]) -> JsonValue:
    async def run() -> JsonValue:
        client = plan.surface.build_client(base_url, **settings)
        async with client:
            return (await client.raw_response(plan.make(client))).response.data

    try:
        return asyncio.run(run())
    except (DecodeError, PartialSuccessError) as error:
        if error.response is not None and (isinstance(error, PartialSuccessError) or error.accepted):
            # It was carried out, at least in part: the content must not be lost.
            print_json(error.response.data)
        raise FailureError(str(error), status_of(error)) from None
    except KeyboardInterrupt:
        if plan.effect == "read":
            raise
        text = f"{plan.name}: interrupted, the outcome is unknown; look it up before sending this again"
        raise FailureError(text, ExitStatus.UNKNOWN) from None
    finally:
        cast("Any", sys.stdout).flush()

"""What is known of an operation, as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

import attrs

if TYPE_CHECKING:
    from pandapon_async._core.schema.wire_types import FieldKind, WireType

__all__ = ["Effect", "EnvelopeStyle", "Operation", "Paging", "Parameter", "Signing"]

Effect: TypeAlias = Literal["read", "write", "pay"]
"""What a call does to the world, which decides when it may be repeated. The HTTP method does not tell."""

Signing: TypeAlias = Literal["header", "query"]
EnvelopeStyle: TypeAlias = Literal["code", "errorCode"]

ResultT_co = TypeVar("ResultT_co", covariant=True)


@attrs.frozen(kw_only=True)
class Parameter:
    """An argument of an operation.

    Attributes:
        argument: Its Python name.
        name: Its name on the wire.
        location: Where it travels.
        type: How it is written.
        required: Whether a call needs it.
        nullable: Whether ``None`` may be sent as ``null``.
        personal: Whether its value is personal data, which exception texts leave out.
        kind: What damage to look for when its value comes out of a file, where the type does not tell.
    """

    argument: str
    name: str
    location: Literal["path", "query", "body"]
    type: WireType
    required: bool = False
    nullable: bool = False
    personal: bool = False
    kind: FieldKind | None = None


@attrs.frozen(kw_only=True)
class Paging:
    """How an operation hands out a list page by page. Pages are numbered from 1.

    Attributes:
        page: Argument that takes the number of the page.
        size: Argument that takes the number of items on a page, where there is one.
        items: Attributes that lead from the result to the list; none where the result is the list.
        total: Attributes that lead to the number of items on all pages, where it is documented.
        actual_size: Attributes that lead to the size of pages that the server used, where it is documented.
    """

    page: str
    size: str | None = None
    items: tuple[str, ...] = ()
    total: tuple[str, ...] | None = None
    actual_size: tuple[str, ...] | None = None


def _arguments_of(operation: Operation[object]) -> frozenset[str]:
    return frozenset(parameter.argument for parameter in operation.parameters)


def _has_body(operation: Operation[object]) -> bool:
    return any(parameter.location == "body" for parameter in operation.parameters)


@attrs.frozen(kw_only=True)
class Operation(Generic[ResultT_co]):
    """A documented operation.

    Attributes:
        name: Python name below the client, such as ``taobao.orders.create``.
        method: HTTP method.
        path: Path below the base URL, with ``{name}`` for path parameters.
        signing: Signature scheme.
        envelope: Style of the answer.
        effect: What the call does.
        parameters: Arguments, in documented order.
        result: How ``data`` is written.
        result_nullable: Whether ``data`` may be ``null`` on success.
        paging: How to get one page after another, where the result is a page of a list.
        arguments: Names of the arguments.
        has_body: Whether it has a JSON body.
    """

    name: str
    method: str
    path: str
    signing: Signing
    envelope: EnvelopeStyle
    effect: Effect
    parameters: tuple[Parameter, ...]
    result: WireType
    result_nullable: bool = False
    paging: Paging | None = None
    arguments: frozenset[str] = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_arguments_of, takes_self=True)
    )
    has_body: bool = attrs.field(init=False, eq=False, repr=False, default=attrs.Factory(_has_body, takes_self=True))

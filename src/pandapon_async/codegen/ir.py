"""What is rendered: a description of the generated package without a word of Python syntax left to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from pandapon_async.codegen.surfaces import Surface

__all__ = [
    "EnumIR",
    "EnumMember",
    "EventIR",
    "FieldIR",
    "ModelIR",
    "OperationIR",
    "PagingIR",
    "ParameterIR",
    "ResourceIR",
    "SurfaceIR",
    "ValueType",
]


class ValueType(NamedTuple):
    """How a value is typed in Python and written on the wire.

    Attributes:
        wire: Expression of the wire type, such as ``ListOf(TEXT)``.
        answer: Python type of what comes in an answer.
        argument: Python type of what a caller passes.
        nullable: Whether the documentation allows ``null``.
        takes_null: Whether both Python types hold ``None`` already.
        models: Classes that the Python types name.
    """

    wire: str
    answer: str
    argument: str
    nullable: bool = False
    takes_null: bool = False
    models: frozenset[str] = frozenset()


class FieldIR(NamedTuple):
    """A field of a model.

    Attributes:
        optional: Whether it may be left out when a model is made.
        required: Whether a request needs it all the same.
    """

    name: str
    wire_name: str
    wire: str
    annotation: str
    optional: bool
    required: bool
    nullable: bool
    personal: bool
    description: str


class ModelIR(NamedTuple):
    """A model class and its module."""

    class_name: str
    module: str
    description: str
    fields: tuple[FieldIR, ...]
    models: tuple[str, ...]


class EnumMember(NamedTuple):
    """A documented value."""

    name: str
    value: str | int
    description: str


class EnumIR(NamedTuple):
    """An enum class and its module."""

    class_name: str
    module: str
    base: Literal["StrEnum", "IntEnum"]
    description: str
    members: tuple[EnumMember, ...]


class ParameterIR(NamedTuple):
    """An argument of a method and the parameter of the operation that it becomes."""

    name: str
    wire_name: str
    location: str
    wire: str
    annotation: str
    required: bool
    nullable: bool
    personal: bool
    description: str


class PagingIR(NamedTuple):
    """How an operation is asked for one page after another, and the method that does so.

    Attributes:
        page: Argument that takes the number of the page.
        size: Argument that takes the number of items on a page.
        items: Attributes that lead from the result to the list.
        total: Attributes that lead to the number of items on all pages.
        actual_size: Attributes that lead to the size of pages that the server used.
        method_name: Name of the method.
        annotation: Python type of an item.
    """

    page: str
    size: str | None
    items: tuple[str, ...]
    total: tuple[str, ...] | None
    actual_size: tuple[str, ...] | None
    method_name: str
    annotation: str


class OperationIR(NamedTuple):
    """An operation: its entry in the table and its method."""

    name: str
    method_name: str
    constant: str
    http_method: str
    path: str
    signing: str
    envelope: str
    effect: str
    summary: str
    description: str
    parameters: tuple[ParameterIR, ...]
    result_wire: str
    result_annotation: str
    result_nullable: bool
    result_description: str
    notes: tuple[str, ...]
    models: frozenset[str]
    result_models: frozenset[str]
    paging: PagingIR | None

    @property
    def signature(self) -> tuple[ParameterIR, ...]:
        """The arguments as a method takes them: first those without which a call makes no sense."""
        return tuple(sorted(self.parameters, key=lambda parameter: not parameter.required))


class EventIR(NamedTuple):
    """A message push and its class.

    Attributes:
        message_type: What ``messageType`` says.
        summary: A sentence.
        description: What else there is to say.
        body: Class of ``messageBody``.
        order_id: Dotted attributes of the body that lead to the order id, the safest first.
        once: Whether it can happen once only to an order, so that the same content again is the same change.
    """

    class_name: str
    message_type: str
    summary: str
    description: str
    body: str
    order_id: tuple[str, ...]
    once: bool


class ResourceIR(NamedTuple):
    """A resource class and its module.

    Attributes:
        path: Dotted path below the client.
        children: Attribute name and path of each resource below this one.
    """

    path: str
    class_name: str
    module: str
    description: str
    operations: tuple[OperationIR, ...]
    children: tuple[tuple[str, str], ...]


class SurfaceIR(NamedTuple):
    """A whole package."""

    surface: Surface
    title: str
    description: str
    operations: tuple[OperationIR, ...]
    resources: dict[str, ResourceIR]
    roots: tuple[str, ...]
    models: tuple[ModelIR, ...]
    enums: tuple[EnumIR, ...]
    events: tuple[EventIR, ...]

    @property
    def class_modules(self) -> dict[str, str]:
        """The module, by class name, of every model and enum, sorted."""
        models = {model.class_name: model.module for model in self.models}
        return dict(sorted((models | {enum.class_name: enum.module for enum in self.enums}).items()))

"""Generates Python packages from specifications. Needs the extra ``[codegen]``.

One module per step:

1. ``specification`` reads a YAML file; ``validation`` checks it.
2. ``reduced_spec`` reduces it to what openapi-python-client understands; ``openapi_parser`` lets that parse it.
3. ``ir_builder`` joins the parser's result with the specification into the intermediate representation of ``ir``.
4. ``rendering`` fills the templates, ``formatting`` formats, ``output`` writes or compares.
"""

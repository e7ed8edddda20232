"""From the specification to Python: reads ``openapi/*.yaml``, writes the surface packages.

Run ``python -m codegen`` from the root of the repository. The steps, one module each:

1. ``specification`` reads a YAML file; ``validation`` checks it.
2. ``view`` reduces it to what openapi-python-client understands; ``tool`` lets that parse it.
3. ``planning`` joins what the tool found out with what the specification says beyond it.
4. ``rendering`` fills the templates, ``formatting`` formats, ``output`` writes or compares.
"""

"""Follows the documentation: reads its pages, extends the specifications and generates Python. Needs ``[codegen]``."""

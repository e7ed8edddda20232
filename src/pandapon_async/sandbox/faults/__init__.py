"""Fault injection: names, rules and effects."""

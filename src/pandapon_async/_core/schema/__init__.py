"""How values look in Python and in JSON: wire types, times, models."""

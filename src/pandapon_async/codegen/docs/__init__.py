"""Documentation pages to specifications.

A page and an operation of a specification are both flattened to the same list of fields, so one comparison serves page
against specification and page against page. Imports run downwards:

| package | content |
|---|---|
| ``editing`` | writes drift and new operations into the YAML, and reports what changed in the Python API |
| ``drift`` | compares pages with specifications, catalogue and other pages |
| ``pulling`` | downloads a published site |
| ``reading`` | parses text, Markdown and HTML pages |
| ``model`` | what a page says |
"""

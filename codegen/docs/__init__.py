"""From documentation pages to the specification.

A page is read into the same flat facts that a specification is (``facts``), so that one comparison serves page against
specification and page against page. The steps, one module each:

1. ``reading`` finds pages in files, folders and archives; ``text``, ``markdown`` and ``markup`` read their forms.
2. ``facts`` flattens a page or an operation of a specification; ``drift`` compares two of them.
3. ``editing`` and ``applying`` write drift into the YAML, ``operation`` a whole new operation.
4. ``api`` says what changed in Python, ``pull`` fetches a published site.
"""

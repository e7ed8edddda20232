"""The admin interface and the web console below ``/_sandbox/``."""

"""The default transport: HTTP/1.1 on httptools, exact about how much of a request left."""

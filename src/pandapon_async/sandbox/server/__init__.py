"""The sandbox on a socket, served by uvicorn."""

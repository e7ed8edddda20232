"""What a call does: encode, limit, sign, send, classify, retry, decode."""

"""What the orders' ledger and the messages' inbox share: databases, and signs of life of processes."""

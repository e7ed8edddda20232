"""What goes over the wire: requests, responses, and the senders that exchange them."""

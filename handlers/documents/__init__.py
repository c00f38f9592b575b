"""Official documents in the chat."""

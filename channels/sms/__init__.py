"""Text messages by an HTTP gateway of the operator's, whose shape is a file."""

"""What goes wrong with archives."""


class BackupError(Exception):
    """The archive cannot be made or used; the message is one line for the operator."""

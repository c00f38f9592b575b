"""Topics for meetings, and the messages that leaders send."""

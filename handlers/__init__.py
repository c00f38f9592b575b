"""What a person can do: one conversation handler, one module, per task."""

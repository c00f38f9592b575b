"""Files, health, retention: what keeps the installation going."""

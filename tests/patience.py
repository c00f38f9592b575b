"""How long a test waits for what must happen, on a machine on which much else runs."""

# Seconds; a test that succeeds never waits so long.
PATIENCE = 120.0

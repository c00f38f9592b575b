"""A shared machine is no reason for a property to fail."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "untimed", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")

"""Rows that keep the installation going: audit, health, retention, leases, backup."""

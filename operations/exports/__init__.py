"""Sheets of figures and records that staff take out: who may, which rows, what becomes of them."""

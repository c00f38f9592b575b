"""Sheets in and out: the directory as a workbook."""

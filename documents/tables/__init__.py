"""Tables of figures and records: their columns as data, written as a workbook or as text."""

"""Official documents: prescribed layouts, the words of reports, Word and PDF from one paper."""

"""An invented region around xã Long Vĩnh: its chapters, its people, half a year of meetings."""

from bot.sample.load import Sample, load_sample

__all__ = ["Sample", "load_sample"]

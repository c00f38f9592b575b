"""All pages of the desk, in the order of the menu."""

from desk.missing import MISSING
from desk.overview import OVERVIEW
from desk.page import Page

PAGES: tuple[Page, ...] = (OVERVIEW, MISSING)

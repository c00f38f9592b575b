"""The staff's desk: pages for officers in a desktop browser, with relative addresses only."""

from desk.app import Desk
from desk.settings import DeskSettings

__all__ = ["Desk", "DeskSettings"]

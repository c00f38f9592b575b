"""What other systems read: figures and records by HTTP, with tokens, read only."""

from api.app import Api
from api.settings import ApiSettings

__all__ = ["Api", "ApiSettings"]

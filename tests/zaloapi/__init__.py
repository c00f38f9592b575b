"""A local Bot Platform of Zalo, as strict and as poor as the real one, with people to play."""

from tests.zaloapi.people import ZaloPhone
from tests.zaloapi.server import ZaloApi
from tests.zaloapi.world import Fault, Shown

__all__ = ["Fault", "Shown", "ZaloApi", "ZaloPhone"]

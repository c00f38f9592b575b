from pathlib import Path

from bot.downloads import path_of
from bot.pictures import PictureMaker
from tests.digests.test_chart import COMMUNE, spec_of


async def test_a_picture_is_drawn_apart_and_kept(tmp_path: Path) -> None:
    maker = PictureMaker(tmp_path)
    stored = await maker.draw(spec_of(COMMUNE))
    assert stored is not None
    assert (tmp_path / path_of(stored.sha256)).stat().st_size == stored.size
    # What fails is no picture, and the next one is drawn all the same.
    assert await maker.draw({"mark": "nonsense"}) is None
    assert await maker.draw(spec_of(COMMUNE)) == stored
    maker.end()

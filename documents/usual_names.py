"""What grades and parts of a score table are called: the usual ones in each language."""

from functools import cache

from domain.grading.tables import key_of
from domain.reading import fold
from texts import label

# What an installation's own tables begin with; other names are the office's, in its language.
_USUAL = frozenset(
    (
        "tot",
        "kha",
        "trung_binh",
        "kem",
        "ty_le_du",
        "thoi_luong",
        "dung_ngay_quy_dinh",
        "khong_ai_vang_qua_3_lan_lien_tiep",
        "chuan_bi",
        "to_chuc_sinh_hoat",
        "nguyen_tac",
        "ket_qua_thuc_hien_nghi_quyet_ky_truoc",
        "ket_thuc",
    )
)


def table_words(name: str, language: str) -> str:
    """Returns what a grade or a part is called for a reader of a language."""
    usual = key_of(name)
    if language != "en" or usual not in _USUAL:
        return name
    return _like(name, _label(usual, language))


def usual_name(name: str) -> str:
    """Returns the name under which a usual grade or part is kept, of an English one as well."""
    usual = _kept_by_english().get(fold(name))
    return _like(name, usual) if usual else name


def _like(name: str, usual: str) -> str:
    return usual[:1].lower() + usual[1:] if name[:1].islower() else usual


def _label(usual: str, language: str) -> str:
    return label(f"grade-usual-{usual.replace('_', '-')}", language)


@cache
def _kept_by_english() -> dict[str, str]:
    return {fold(_label(usual, "en")): _label(usual, "vi") for usual in _USUAL}

"""The words by which offices name the usual kinds of chapters, whole and shortened."""

import re

from domain.reading import key

# The first that fits counts: a union of youth before the branch, a group before its association.
_SPOKEN = (
    ("thanh_nien", r"(?:hoi )?(?:lien hiep|lh) ?thanh nien|hoi lhtn|chi hoi thanh nien"),
    ("chi_doan", r"chi doan|doan thanh nien|doan tncs.*|doan tn|tncs"),
    ("to_hoi", r"(?:chi )?to hoi(?: nghe nghiep)?|chi hoi nghe nghiep"),
    ("phu_nu", r"phu nu|lhpn|hoi pn|ch pn|chi hoi pn"),
    ("cuu_chien_binh", r"cuu chien binh|ccb"),
    ("nguoi_cao_tuoi", r"(?:nguoi )?cao tuoi|nct"),
    ("chu_thap_do", r"chu thap do|ctd"),
    ("khuyen_hoc", r"khuyen hoc"),
    ("nong_dan", r"nong dan|hoi nd|ch nd|chi hoi nd|hnd"),
    ("mat_tran", r"mat tran(?: to quoc)?|mttq|ban ctmt|bctmt|ctmt"),
    ("cong_doan", r"cong doan(?: co so)?|cdcs"),
    ("chi_bo", r"chi bo|dang bo|dang uy|chi uy"),
)
_COMPILED = tuple((code, re.compile(rf"\b(?:{words})\b")) for code, words in _SPOKEN)


def kind_in(text: str) -> str | None:
    """Returns the code of the usual kind that words name ("II. HỘI NÔNG DÂN"), None for none."""
    plain = key(text)
    return next((code for code, words in _COMPILED if words.search(plain)), None)

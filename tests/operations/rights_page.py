"""The table of rights as the reference shows it; run as a module it prints it."""

from pathlib import Path

from domain.people import Role
from operations.rights import RIGHTS, Relation

PAGE = Path(__file__).parent.parent.parent / "docs" / "reference" / "rights.md"
_WORDS = {
    frozenset[Relation](): "–",
    frozenset({Relation.OWN}): "own",
    frozenset({Relation.OWN, Relation.BELOW}): "own and below",
}


def render_rights() -> str:
    head = ["right", *(str(role) for role in Role)]
    lines = [head, ["---"] * len(head)]
    for right, roles in RIGHTS.items():
        cells = (_WORDS[roles.get(role, frozenset())] for role in Role)
        lines.append([f"`{right}`", *cells])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    print(render_rights())  # noqa: T201 - what it is for

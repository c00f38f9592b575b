"""How the columns of a sheet are named."""


def column_letters(number: int) -> str:
    """Returns the letters of a column, counted from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

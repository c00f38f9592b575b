"""Locks archives as age files, for a public key or a passphrase, and opens them."""

from pathlib import Path

import pyrage

from bot.archives import BackupError

_MARK = b"age-encryption.org/"
_PUBLIC, _SECRET = "age1", "AGE-SECRET-KEY-1"
# A passphrase locks in memory; a public key locks as a stream, however large the archive.
LARGEST_FOR_PASSPHRASE = 256 * 1024 * 1024
_SHORTEST = 12


def is_sealed(path: Path) -> bool:
    """True for a file that begins as an age file does."""
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK


def check_key(key: str) -> None:
    """Raises BackupError for a key that cannot lock anything."""
    if key.startswith((_PUBLIC, _SECRET)):
        _recipient(key)
    elif len(key) < _SHORTEST:
        raise BackupError(f"the passphrase of backups needs {_SHORTEST} characters or more")


def seal(source: Path, target: Path, *, key: str) -> None:
    """Writes `source` locked into `target`."""
    check_key(key)
    with source.open("rb") as plain, target.open("wb") as locked:
        if key.startswith((_PUBLIC, _SECRET)):
            pyrage.encrypt_io(plain, locked, [_recipient(key)])
            return
        if source.stat().st_size > LARGEST_FOR_PASSPHRASE:
            raise BackupError(
                "the archive is too large for a passphrase; use a public key (age1…)"
            )
        locked.write(pyrage.passphrase.encrypt(plain.read(), key))


def unseal(source: Path, target: Path, *, key: str) -> None:
    """Writes what `source` locks into `target`; raises BackupError for a wrong key."""
    if not key:
        raise BackupError("the backup is locked; give its key by --key-file")
    if key.startswith(_PUBLIC):
        raise BackupError("a public key cannot open a backup; give the secret key by --key-file")
    try:
        with source.open("rb") as locked, target.open("wb") as plain:
            if key.startswith(_SECRET):
                pyrage.decrypt_io(locked, plain, [pyrage.x25519.Identity.from_str(key)])
            else:
                plain.write(pyrage.passphrase.decrypt(locked.read(), key))
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        raise BackupError(f"this key does not open the backup ({error})") from None


def _recipient(key: str) -> pyrage.x25519.Recipient:
    try:
        if key.startswith(_SECRET):
            return pyrage.x25519.Identity.from_str(key).to_public()
        return pyrage.x25519.Recipient.from_str(key)
    except (pyrage.IdentityError, pyrage.RecipientError) as error:
        raise BackupError(f"SINHHOAT_BACKUP_KEY is no key of age ({error})") from None

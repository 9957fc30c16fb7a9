"""The model's two files, read only when they are exactly the ones this program was made for."""

from hashlib import sha256
from pathlib import Path

from memory.embedder.errors import EmbedderError

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
TOKENIZER = Path(__file__).with_name("tokenizer.json")


def read_verified(path: Path, digest: str) -> bytes:
    """Read a file whole and hand it out only if its sha256 is `digest` (hex).

    The bytes that were checked are the bytes that get used: nothing can be
    exchanged between the two.

    Raises:
        EmbedderError: The file cannot be read, or is another one.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise EmbedderError(
            f"The embedding model's file {path} cannot be read ({error.strerror}). "
            "Run `make install` to bring it back."
        ) from error
    found = sha256(content).hexdigest()
    if found != digest:
        raise EmbedderError(
            f"The embedding model's file {path} is not the one this program was made for: "
            f"its sha256 is {found}, not {digest}. Run `make install` to bring it back."
        )
    return content

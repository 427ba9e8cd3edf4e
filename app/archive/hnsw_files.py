"""Whether Chroma's HNSW files are whole: it reads torn ones without complaint, or brings the process down.

Measured with chromadb 1.5.9: a cut ``header.bin`` is a segmentation fault, a cut ``data_level0.bin`` finds 33 of 300
stored vectors. So their sizes are compared with what the header says before Chroma sees them.
"""

from __future__ import annotations

import struct
from pathlib import Path

_HEADER_BYTES = 100
_COUNTS = struct.Struct("<iQQQQ")  # version, offset, room for, elements, bytes per element


def torn_file(folder: Path) -> Path | None:
    """The first HNSW file under Chroma's ``folder`` that is cut off; None when all are whole or none exist."""
    return next((torn for header in sorted(folder.glob("*/header.bin")) if (torn := _torn_beside(header))), None)


def _torn_beside(header: Path) -> Path | None:
    if header.stat().st_size != _HEADER_BYTES:
        return header
    _, _, _, elements, element_bytes = _COUNTS.unpack_from(header.read_bytes())
    needed = {"data_level0.bin": elements * element_bytes, "link_lists.bin": elements * 4}
    for name, size in needed.items():
        file = header.with_name(name)
        if not file.exists() or file.stat().st_size < size:
            return file
    return None

# SPDX-License-Identifier: Apache-2.0
"""Generated sites: the same bytes on every machine, since all that is random has a fixed seed."""

import hashlib
import random
import re
import shutil
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

from .folders import WORK, pages_of

SEED = 20_250_601
CAPTION_PAGES = 2_000
CAPTION_IMAGES = 500
# One page in so many has an image without alt, where findings are to be few.
PAGES_A_FINDING = 100


def site_of(page_count: int) -> Path:
    """A site of so many pages of about 6 KB with ten images each, a few of which have no alt."""
    return made(f"pages-{page_count}", lambda folder: write_site(folder, page_count))


def without_alt(manual: Path) -> Path:
    """A copy of a manual with an image without alt at the end of every page, so that no page can be passed over."""

    def write(folder: Path) -> None:
        shutil.copytree(manual, folder, dirs_exist_ok=True)
        (folder / "added.png").write_bytes(picture(random.Random(SEED)))
        for page in pages_of(folder):
            source = b'<p><img src="%sadded.png"></p>' % (b"../" * (len(page.relative_to(folder).parts) - 1))
            markup = page.read_bytes()
            end = [match.start() for match in re.finditer(rb"</body>", markup, re.IGNORECASE)][-1:] or [len(markup)]
            page.write_bytes(markup[: end[0]] + source + markup[end[0] :])

    return made(f"{manual.parent.name}-without-alt", write)


def captions_site() -> Path:
    """Pages with one image without alt each; a quarter of the images are distinct."""
    return made("captions", write_captions_site)


def made(name: str, write: Callable[[Path], None]) -> Path:
    """A folder with what `write` puts there; made again where this file is another one than when it was made."""
    folder, stamp = WORK / "sites" / name, WORK / "sites" / f"{name}.stamp"
    generator = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == generator:
        return folder
    print(f"bench: making {folder}", file=sys.stderr)
    stamp.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write(folder)
    stamp.write_text(generator)
    return folder


def write_site(folder: Path, page_count: int) -> None:
    numbers = random.Random(SEED)
    prose = [paragraph(numbers) for _ in range(400)]
    write_pictures(folder / "img", 50, numbers)
    for number in range(page_count):
        body = []
        for _ in range(10):
            body.append(f'<p><img src="../../img/{numbers.randrange(50)}.png" alt="Plate {numbers.randrange(10_000)}">')
            body.append(numbers.choice(prose))
        if number % PAGES_A_FINDING == 0:
            body.append(f'<p><img src="../../img/{number // PAGES_A_FINDING % 50}.png">')
        write_page(folder / "pages", number, body)


def write_captions_site(folder: Path) -> None:
    numbers = random.Random(SEED)
    prose = [paragraph(numbers) for _ in range(400)]
    write_pictures(folder / "img", CAPTION_IMAGES, numbers)
    for number in range(CAPTION_PAGES):
        body = [numbers.choice(prose) for _ in range(12)]
        body.insert(6, f'<p><img class="photo" src="../../img/{number % CAPTION_IMAGES}.png">')
        write_page(folder / "pages", number, body)


PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Page {number}</title>
</head>
<body>
<nav><ul>{navigation}</ul></nav>
<main>
<h1>Page {number}</h1>
{body}
</main>
</body>
</html>
"""


def write_page(folder: Path, number: int, body: list[str]) -> None:
    """Writes a page into a folder of a hundred."""
    path = folder / f"{number // 100:04}/{number:06}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    links = [f'<li><a class="nav" href="../{part:04}/{part:04}00.html">Part {part}</a></li>' for part in range(12)]
    page = PAGE.format(number=number, navigation="".join(links), body="\n".join(body))
    path.write_text(page, encoding="utf-8")


WORDS = """
garden water early morning stone path under the old wall beside a row of beans and peas which had been sown in March
before rain came from hills over many weeks nobody remembered so dry spring until well gave out again café über naïve
""".split()


def paragraph(numbers: random.Random) -> str:
    """A paragraph of about 350 bytes with some markup."""
    words = [numbers.choice(WORDS) for _ in range(numbers.randrange(40, 70))]
    for position in range(7, len(words), 13):
        words[position] = f"<em>{words[position]}</em>"
    words[3] = f'<a href="../0000/000001.html">{words[3]}</a>'
    return f"<p>{' '.join(words).capitalize()} &amp; so on.</p>"


def write_pictures(folder: Path, count: int, numbers: random.Random) -> None:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.png").write_bytes(picture(numbers))


def picture(numbers: random.Random, width: int = 160, height: int = 120) -> bytes:
    """A PNG of noise, about 57 KB: no two are the same, and none gets smaller."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + numbers.randbytes(3 * width) for _ in range(height))
    # Stored, not compressed: releases of zlib compress to different bytes.
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b"")

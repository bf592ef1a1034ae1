#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draw the images of fixtures/site, and the files there that only pretend to be images.

usage: draw-fixtures.py [--check] [SITE]

SITE defaults to fixtures/site. With --check nothing is written: the script says which files differ from
what it would write, and exits 1 if any does. The same Pillow gives the same bytes on every run; another
release may encode a picture differently, which is why the version is pinned.

Needs Python 3.11 and Pillow 13.0.0 (with WebP and AVIF, as its wheels have them):
    python3 -m venv .build/fixture-tools && .build/fixture-tools/bin/pip install -r Scripts/requirements.txt
"""
import argparse
import io
import math
import pathlib
import sys

from PIL import Image, ImageDraw, PngImagePlugin

SCALE = 3  # drawn three times as large and reduced, for smooth edges

SKY, GRASS, SOIL, WOOD, DARK = "#cfe6f2", "#7fb069", "#7a5c43", "#a9743f", "#3a2f28"
LEAF, RED, YELLOW, WATER, WHITE = "#3f7d3a", "#c8402f", "#f0b92d", "#6aa7c8", "#fbfaf5"


class Sketch:
    """A drawing in pixels of the finished picture."""

    def __init__(self, width, height, background=SKY):
        self.size = (width, height)
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), background)
        self.draw = ImageDraw.Draw(self.image)

    def polygon(self, points, color):
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=color)

    def box(self, left, top, right, bottom, color):
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], color)

    def ellipse(self, x, y, across, down, color):
        """An ellipse around (x, y), `across` and `down` being its half axes."""
        self.draw.ellipse([(x - across) * SCALE, (y - down) * SCALE, (x + across) * SCALE, (y + down) * SCALE], fill=color)

    def line(self, points, color, width=3):
        self.draw.line([(x * SCALE, y * SCALE) for x, y in points], fill=color, width=round(width * SCALE), joint="curve")

    def arc(self, x, y, across, down, start, end, color, width=4):
        box = [(x - across) * SCALE, (y - down) * SCALE, (x + across) * SCALE, (y + down) * SCALE]
        self.draw.arc(box, start, end, fill=color, width=round(width * SCALE))

    def finished(self):
        return self.image.resize(self.size, Image.Resampling.LANCZOS)


# The drawings. Each returns a finished RGB picture.

def meadow(width=320, height=240, sky=SKY, ground=GRASS):
    sketch = Sketch(width, height, sky)
    sketch.box(0, height * 0.68, width, height, ground)
    return sketch


def shed():
    s = meadow()
    s.box(90, 105, 230, 205, WOOD)
    for x in range(104, 230, 14):
        s.line([(x, 105), (x, 205)], "#94632f", 1)
    s.polygon([(76, 108), (160, 48), (244, 108)], "#7d3b2c")
    s.box(105, 135, 145, 205, "#5b7f95")
    s.ellipse(138, 172, 3, 3, YELLOW)
    s.box(165, 130, 212, 165, WHITE)
    s.line([(188, 130), (188, 165)], DARK, 2)
    s.line([(165, 147), (212, 147)], DARK, 2)
    s.ellipse(276, 48, 20, 20, YELLOW)
    return s.finished()


def robin():
    s = meadow(sky="#e4efe6")
    s.line([(160, 240), (160, 172)], WOOD, 10)
    s.line([(118, 170), (202, 170)], WOOD, 12)
    s.polygon([(205, 120), (268, 138), (262, 152), (205, 142)], "#7b6650")
    s.ellipse(168, 118, 52, 42, "#8b745b")
    s.ellipse(142, 124, 30, 33, "#d9622b")
    s.ellipse(132, 82, 28, 26, "#8b745b")
    s.ellipse(124, 92, 20, 17, "#d9622b")
    s.polygon([(106, 80), (84, 87), (106, 92)], DARK)
    s.ellipse(126, 76, 4, 4, DARK)
    s.line([(152, 158), (150, 168)], DARK, 3)
    s.line([(172, 158), (174, 168)], DARK, 3)
    return s.finished()


def plan(paper="#eef3e2"):
    """The garden from above: two rows of beds, a pond, a shed and a path."""
    s = Sketch(360, 240, paper)
    s.box(0, 112, 360, 130, "#dccfae")
    for column in range(5):
        for row, color in ((24, "#8fbf73"), (150, "#b8a05e")):
            s.box(20 + column * 52, row, 60 + column * 52, row + 68, color)
            s.line([(40 + column * 52, row + 6), (40 + column * 52, row + 62)], LEAF, 2)
    s.ellipse(316, 54, 30, 24, WATER)
    s.box(292, 156, 340, 206, WOOD)
    return s.finished()


def harvest_chart():
    s = Sketch(360, 220, WHITE)
    for height in range(40, 190, 30):
        s.line([(40, height), (345, height)], "#d8d8d0", 1)
    for index, harvest in enumerate((22, 48, 95, 140, 118, 60)):
        s.box(55 + index * 48, 190 - harvest, 88 + index * 48, 190, LEAF if harvest < 140 else RED)
    s.line([(40, 25), (40, 190), (345, 190)], DARK, 2)
    return s.finished()


def flower(s, x, y, radius, petals, color, heart):
    for petal in range(petals):
        angle = 2 * math.pi * petal / petals
        s.ellipse(x + radius * math.cos(angle), y + radius * math.sin(angle), radius * 0.42, radius * 0.42, color)
    s.ellipse(x, y, radius * 0.72, radius * 0.72, heart)


def sunflower(width=320, height=240):
    s = meadow(width, height)
    s.line([(width / 2, height * 0.4), (width / 2, height)], LEAF, 10)
    s.ellipse(width * 0.6, height * 0.78, width * 0.1, height * 0.05, LEAF)
    flower(s, width / 2, height * 0.4, height * 0.24, 16, YELLOW, "#5a3a1c")
    return s.finished()


def tulips():
    s = meadow(ground=SOIL)
    for x, color in ((70, RED), (160, YELLOW), (250, "#a24a8a")):
        s.line([(x, 120), (x, 215)], LEAF, 6)
        s.polygon([(x, 212), (x + 34, 140), (x + 8, 200)], LEAF)
        s.polygon([(x - 26, 64), (x - 12, 84), (x, 58), (x + 12, 84), (x + 26, 64), (x + 22, 118), (x - 22, 118)], color)
    return s.finished()


def watering_can():
    s = Sketch(240, 200, "#f3efe2")
    s.arc(110, 74, 42, 40, 180, 360, "#4d7c8a", 8)
    s.box(62, 78, 152, 168, "#5f97a6")
    s.polygon([(150, 140), (206, 66), (216, 74), (150, 164)], "#5f97a6")
    s.polygon([(196, 62), (222, 54), (228, 84), (214, 82)], "#4d7c8a")
    for drop in range(3):
        s.line([(226 + drop * 4, 92 + drop * 8), (230 + drop * 4, 102 + drop * 8)], WATER, 3)
    return s.finished()


def wheelbarrow():
    s = meadow()
    s.polygon([(90, 96), (238, 96), (206, 162), (122, 162)], "#2f7d5b")
    s.polygon([(104, 96), (164, 58), (226, 96)], SOIL)
    s.line([(222, 112), (296, 92)], WOOD, 8)
    s.line([(200, 160), (216, 206)], DARK, 6)
    s.ellipse(112, 186, 25, 25, DARK)
    s.ellipse(112, 186, 11, 11, "#c9c3b8")
    return s.finished()


def tomatoes():
    s = Sketch(300, 220, "#eaf2dd")
    s.line([(150, 0), (150, 90), (92, 110)], LEAF, 7)
    s.line([(150, 90), (206, 120)], LEAF, 7)
    for x, y, radius in ((90, 146, 42), (206, 156, 46)):
        s.ellipse(x, y, radius, radius - 3, RED)
        s.polygon([(x - 20, y - radius + 4), (x, y - radius + 16), (x + 20, y - radius + 4), (x, y - radius - 6)], LEAF)
        s.ellipse(x - 14, y - 12, 8, 6, "#e88a7a")
    return s.finished()


def bee():
    s = Sketch(260, 200, "#e3f0f7")
    flower(s, 90, 150, 44, 9, "#b583c4", YELLOW)
    s.ellipse(142, 52, 28, 17, "#ffffff")
    s.ellipse(176, 52, 28, 17, "#ffffff")
    s.ellipse(160, 88, 46, 28, YELLOW)
    for x in (140, 160, 180):
        s.line([(x, 63), (x, 113)], DARK, 7)
    s.ellipse(114, 88, 14, 14, DARK)
    return s.finished()


def compost():
    s = meadow()
    s.polygon([(82, 118), (122, 76), (168, 92), (206, 70), (240, 118)], "#5b7a2f")
    for top in range(112, 208, 20):
        s.box(72, top, 250, top + 13, WOOD)
    for x in (72, 154, 238):
        s.box(x, 100, x + 12, 214, "#7b5128")
    return s.finished()


def pond():
    s = Sketch(300, 220, GRASS)
    s.ellipse(150, 118, 128, 82, "#8d8578")
    s.ellipse(150, 118, 116, 72, WATER)
    for x, y in ((92, 96), (126, 146), (206, 90), (214, 142)):
        s.ellipse(x, y, 23, 13, LEAF)
        s.polygon([(x, y), (x + 24, y - 8), (x + 24, y + 6)], WATER)
    flower(s, 206, 84, 9, 7, "#f6d7e4", YELLOW)
    return s.finished()


def hedgehog():
    s = Sketch(280, 190, "#efe7d6")
    s.box(0, 140, 280, 190, "#c98f3d")
    for spike in range(19):
        angle = math.pi + math.pi * spike / 18
        s.line([(150, 136), (150 + 90 * math.cos(angle), 136 + 92 * math.sin(angle))], "#5e4a39", 6)
    s.polygon([(84, 140), (28, 132), (88, 94)], "#c9a77e")
    s.ellipse(29, 131, 6, 6, DARK)
    s.ellipse(76, 116, 4, 4, DARK)
    s.box(90, 134, 220, 142, "#c9a77e")
    return s.finished()


def frost():
    s = meadow(sky="#22304d", ground="#b9cbdc")
    s.ellipse(258, 50, 22, 22, "#f4f1de")
    s.ellipse(248, 44, 20, 20, "#22304d")
    for x in range(40, 300, 48):
        for arm in range(6):
            angle = math.pi * arm / 3
            s.line([(x, 190), (x + 17 * math.cos(angle), 190 + 17 * math.sin(angle))], WHITE, 2)
    return s.finished()


def greenhouse(width=320, height=240):
    s = meadow(width, height)
    unit = width / 320
    s.polygon([(x * unit, y * unit) for x, y in ((60, 110), (160, 52), (260, 110), (260, 205), (60, 205))], "#bfe3dc")
    for x in (60, 110, 160, 210, 260):
        s.line([(x * unit, (110 - (100 - abs(160 - x)) * 0.58) * unit), (x * unit, 205 * unit)], WHITE, 4 * unit)
    s.line([(60 * unit, 110 * unit), (260 * unit, 110 * unit)], WHITE, 4 * unit)
    for x in (85, 135, 185, 235):
        s.ellipse(x * unit, 188 * unit, 17 * unit, 15 * unit, LEAF)
    return s.finished()


def bench():
    s = meadow()
    s.box(66, 96, 84, 190, SOIL)
    s.ellipse(76, 74, 62, 54, LEAF)
    for y in (140, 154, 172):
        s.box(146, y, 286, y + 8, WOOD)
    for x in (158, 266):
        s.box(x, 140, x + 8, 208, DARK)
    return s.finished()


def seed_box():
    s = Sketch(260, 200, "#f5f1e6")
    for x, color in ((58, RED), (102, YELLOW), (146, "#a24a8a"), (176, LEAF)):
        s.box(x, 48, x + 34, 130, WHITE)
        s.ellipse(x + 17, 72, 11, 11, color)
    s.box(44, 104, 222, 172, WOOD)
    s.box(108, 120, 158, 150, "#efe3c8")
    return s.finished()


def heron():
    s = meadow(ground=WATER)
    s.ellipse(160, 128, 46, 24, "#8795a3")
    s.line([(128, 116), (108, 92), (122, 66), (106, 48)], "#aeb9c4", 9)
    s.ellipse(108, 46, 13, 9, "#dfe4e8")
    s.polygon([(98, 42), (52, 52), (98, 52)], YELLOW)
    s.line([(152, 150), (150, 214)], DARK, 3)
    s.line([(172, 150), (176, 214)], DARK, 3)
    return s.finished()


def logo():
    s = Sketch(96, 96, WHITE)
    s.ellipse(48, 48, 44, 44, LEAF)
    s.polygon([(48, 16), (70, 44), (48, 72), (26, 44)], WHITE)
    s.line([(48, 26), (48, 82)], LEAF, 4)
    return s.finished()


def envelope():
    s = Sketch(48, 48, WHITE)
    s.box(6, 12, 42, 36, LEAF)
    s.line([(6, 12), (24, 27), (42, 12)], WHITE, 3)
    return s.finished()


def basket():
    s = Sketch(48, 48, WHITE)
    s.arc(24, 22, 13, 15, 180, 360, DARK, 3)
    s.polygon([(6, 22), (42, 22), (36, 42), (12, 42)], WOOD)
    return s.finished()


def magnifier():
    s = Sketch(48, 48, WHITE)
    s.arc(20, 20, 13, 13, 0, 360, DARK, 4)
    s.line([(29, 29), (42, 42)], DARK, 6)
    return s.finished()


def divider_dot():
    s = Sketch(24, 24, WHITE)
    s.ellipse(12, 12, 6, 6, LEAF)
    return s.finished()


# XMP packets: https://iptc.org/std/photometadata/specification/ ("Alt Text (Accessibility)").

def xmp_packet(properties):
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '  <rdf:Description rdf:about=""\n'
        '    xmlns:dc="http://purl.org/dc/elements/1.1/"\n'
        '    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">\n'
        f"{properties}"
        "  </rdf:Description>\n"
        " </rdf:RDF>\n"
        "</x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )


def language_alternatives(name, texts):
    items = "".join(f'     <rdf:li xml:lang="{language}">{text}</rdf:li>\n' for language, text in texts.items())
    return f"   <{name}>\n    <rdf:Alt>\n{items}    </rdf:Alt>\n   </{name}>\n"


ALT_TEXT = "Iptc4xmpCore:AltTextAccessibility"

COMPOST_XMP = xmp_packet(language_alternatives(ALT_TEXT, {
    "x-default": "A wooden compost bin filled to the brim with green cuttings",
    "en": "A wooden compost bin filled to the brim with green cuttings",
    "de": "Ein Komposter aus Holz, bis oben gefüllt mit grünem Schnitt",
}))
POND_XMP = xmp_packet(language_alternatives(ALT_TEXT, {
    "x-default": "The garden pond with four lily pads and one pink water lily",
}))
HEDGEHOG_XMP = xmp_packet(language_alternatives(ALT_TEXT, {
    "x-default": "A hedgehog walking over autumn leaves &amp; straw",
}))
CAMERA_XMP = xmp_packet(language_alternatives("dc:description", {"x-default": "OLYMPUS DIGITAL CAMERA"}))


# Encoders: picture in, bytes out.

def jpeg(image, xmp=None, quality=60):
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, optimize=True)
    encoded = buffer.getvalue()
    if xmp is None:
        return encoded
    payload = b"http://ns.adobe.com/xap/1.0/\0" + xmp.encode()
    segment = b"\xff\xe1" + (len(payload) + 2).to_bytes(2, "big") + payload
    after_jfif = 4 + int.from_bytes(encoded[4:6], "big")  # behind SOI (2), the APP0 marker (2) and its length
    return encoded[:after_jfif] + segment + encoded[after_jfif:]


def png(image, xmp=None, compressed=False):
    text = PngImagePlugin.PngInfo()
    if xmp is not None:
        text.add_itxt("XML:com.adobe.xmp", xmp, zip=compressed)
    buffer = io.BytesIO()
    image.quantize(32, method=Image.Quantize.MEDIANCUT).save(buffer, "PNG", pnginfo=text, optimize=True)
    return buffer.getvalue()


def encoded_as(image, kind, **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def webp(image):
    return encoded_as(image, "WEBP", quality=50, method=6)


def avif(image):
    return encoded_as(image, "AVIF", quality=50, speed=6, max_threads=1)


def gif(image):
    return encoded_as(image.quantize(8), "GIF")


def bmp(image):
    return encoded_as(image.quantize(16), "BMP")


TRANSPARENT_GIF = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")

# Files that are not what their names say.

ERROR_PAGE = b"<!DOCTYPE html>\n<html><head><title>503 Service Unavailable</title></head>\n<body><h1>Service Unavailable</h1></body></html>\n"
LFS_POINTER = (
    b"version https://git-lfs.github.com/spec/v1\n"
    b"oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\n"
    b"size 184203\n"
)


def pdf():
    """A PDF of one empty page, for a link to a document."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return body + (
        b"xref\n0 4\n0000000000 65535 f \n" + table
        + b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    )


TITLED_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96" role="img">
  <title>Alder Row Garden: a white leaf in a green circle</title>
  <desc>The badge of the garden, as it stands on the gate and on the seed bags.</desc>
  <circle cx="48" cy="48" r="44" fill="#3f7d3a"/>
  <path d="M48 16 70 44 48 72 26 44Z" fill="#fbfaf5"/>
  <path d="M48 26V82" stroke="#3f7d3a" stroke-width="4"/>
</svg>
"""
UNTITLED_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 12" width="120" height="12">
  <path d="M2 6Q17-4 32 6T62 6T92 6T118 6" fill="none" stroke="#3f7d3a" stroke-width="2"/>
</svg>
"""


def files():
    """Every file that this script owns: its path in the site, and its bytes."""
    sunflower_small, sunflower_large = sunflower(), sunflower(480, 360)
    robin_jpeg = jpeg(robin())
    return {
        "img/logo.png": png(logo()),
        "img/badge.svg": TITLED_SVG.encode(),
        "img/divider.svg": UNTITLED_SVG.encode(),
        "img/shed.jpg": jpeg(shed()),
        "img/robin.jpg": robin_jpeg,
        "blog/assets/robin-on-fork.jpg": robin_jpeg,  # the same bytes under a second name
        "img/plan.png": png(plan()),
        "img/harvest-chart.png": png(harvest_chart()),
        "img/sunflower.jpg": jpeg(sunflower_small),
        "img/sunflower@2x.jpg": jpeg(sunflower_large, quality=50),
        "img/sunflower.webp": webp(sunflower_small),
        "img/sunflower.avif": avif(sunflower_small),
        "img/tulips.jpg": jpeg(tulips()),
        "img/tulips.webp": webp(tulips()),
        "img/watering-can.png": png(watering_can()),
        "img/wheelbarrow.jpg": jpeg(wheelbarrow()),
        "img/tomatoes.jpg": jpeg(tomatoes()),
        "img/bee.png": png(bee()),
        "img/compost.jpg": jpeg(compost(), COMPOST_XMP),
        "img/pond.png": png(pond(), POND_XMP),
        "img/hedgehog.png": png(hedgehog(), HEDGEHOG_XMP, compressed=True),
        "img/frost.jpg": jpeg(frost(), CAMERA_XMP),
        "img/greenhouse.jpg": jpeg(greenhouse()),
        "img/full/greenhouse.jpg": jpeg(greenhouse(640, 480), quality=40),
        "img/heron.webp": webp(heron()),
        "img/seed box.png": png(seed_box()),
        "img/Grüne Ecke.jpg": jpeg(bench()),
        "img/icons/mail.png": png(envelope()),
        "img/icons/basket.png": png(basket()),
        "img/icons/search.png": png(magnifier()),
        "img/scan-0412.jpg": png(plan("#e8d9b5")),  # a PNG that is called a JPEG
        "img/poster.png": ERROR_PAGE,
        "img/upload-7.jpg": b"",
        "img/opening-day.jpg": LFS_POINTER,
        "pixel.gif": TRANSPARENT_GIF,
        "archive/1999/spacer.gif": TRANSPARENT_GIF,
        "archive/1999/dot.gif": gif(divider_dot()),
        "archive/1999/garden.bmp": bmp(plan().resize((90, 60), Image.Resampling.LANCZOS)),
        "files/plan.pdf": pdf(),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 if a file differs")
    parser.add_argument("site", nargs="?", default="fixtures/site", type=pathlib.Path)
    arguments = parser.parse_args()
    differing = 0
    for name, content in files().items():
        path = arguments.site / name
        if path.is_file() and path.read_bytes() == content:
            continue
        differing += 1
        if arguments.check:
            print(f"{path}: differs from what this script draws; run it without --check", file=sys.stderr)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            print(f"{path}: {len(content)} bytes")
    return 1 if arguments.check and differing else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the image files beside it, and expected.tsv: the texts that exiftool finds in them.

Needs Pillow (with AVIF and JPEG 2000) and, from Debian, libimage-exiftool-perl, exiv2, imagemagick, libheif-examples and
libjxl-tools. Names of files to make may be given; expected.tsv is always written anew.
"""

import json
import pathlib
import subprocess
import sys

from PIL import Image, ImageDraw, PngImagePlugin, TiffImagePlugin

HERE = pathlib.Path(__file__).parent
WANTED = set(sys.argv[1:])
TEXT = [
    "-XMP-iptcCore:AltTextAccessibility=A red kite over a field.",
    "-XMP-iptcCore:AltTextAccessibility-de=Ein roter Drachen über einem Feld.",
    "-XMP-iptcCore:ExtDescrAccessibility=A red kite with a long tail, high over a field of stubble & straw.",
    # None of these is a text alternative.
    "-XMP-dc:Description=DSC_0001", "-XMP-dc:Title=DSC_0001", "-XMP-xmp:CreatorTool=Camera 1.0",
]


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


def exiftool(name, *arguments):
    run("exiftool", "-q", "-overwrite_original", "-api", "Compact=NoPadding", *arguments, HERE / name)


def making(*names):
    return [name for name in names if not WANTED or name in WANTED]


picture = Image.new("RGB", (12, 7), "skyblue")
ImageDraw.Draw(picture).polygon([(6, 1), (9, 3), (6, 6), (4, 3)], fill="firebrick")

for name in making("plain.jpg", "plain.png", "plain.gif", "plain.bmp", "plain.jp2"):
    picture.save(HERE / name)

# As they come from an author's tool.
for name in making("kite.jpg", "kite.png", "kite.webp", "kite.gif", "kite.tif", "kite.avif"):
    picture.save(HERE / name)
    exiftool(name, *TEXT)
for name in making("kite.jpg"):
    exiftool(name, "-EXIF:ImageDescription=OLYMPUS DIGITAL CAMERA", "-EXIF:Orientation#=1")
packet = Image.open(HERE / "kite.png").info["XML:com.adobe.xmp"]
for name in making("kite.svg"):
    (HERE / name).write_text(f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg xmlns="http://www.w3.org/2000/svg" width="12" height="7"><title>Drawing</title>
<metadata>{packet[packet.index("<x:xmpmeta"):packet.index("</x:xmpmeta>")]}</x:xmpmeta></metadata>
<path d="M6 1 9 3 6 6 4 3z" fill="firebrick"/></svg>
""")

# As they leave the tools of a site's build, made from one of those.
for name in making("compressed.png"):
    chunks = PngImagePlugin.PngInfo()
    chunks.add_itxt("XML:com.adobe.xmp", packet, zip=True)
    picture.save(HERE / name, pnginfo=chunks)
for name in making("magick.png"):
    run("convert", HERE / "kite.jpg", "-define", "png:exclude-chunk=date,time", HERE / name)
for name in making("magick.tif"):
    run("convert", HERE / "kite.jpg", "-endian", "MSB", HERE / name)
for name in making("kite.heic"):
    run("heif-enc", HERE / "kite.jpg", "-o", HERE / name)
for name in making("kite.jxl"):
    run("cjxl", HERE / "plain.png", HERE / name, "--container=1", "--quiet")
    exiftool(name, *TEXT)

# By another writer: XMP's own library, in exiv2.
for name in making("exiv2.jpg", "exiv2.webp"):
    picture.save(HERE / name)
    text = "-Mset Xmp.iptc.AltTextAccessibility LangAlt lang="
    run("exiv2", "-Mreg iptc http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", f"{text}x-default A red kite",
        f"{text}de-AT Ein roter Drachen", f"{text}fr Un cerf-volant", HERE / name)

# In UTF-16, which TIFF allows, without a byte order mark in front of the packet: its own stands in `begin`.
for name in making("utf16.tif"):
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[700] = packet.encode("utf-16-be")
    tags.tagtype[700] = 1
    picture.save(HERE / name, tiffinfo=tags)

for name in making("progressive.jpg"):
    picture.save(HERE / name, progressive=True)
for name in making("lossless.webp"):
    picture.save(HERE / name, lossless=True)
for name in making("plain.ico"):
    picture.save(HERE / name, sizes=[(7, 7)])

# Without a visible pixel, and with a single one in the last corner.
clear = Image.new("P", (40, 30), 0)
clear.putpalette([255, 255, 255, 0, 0, 0])
dot = clear.copy()
dot.putpixel((39, 29), 1)
for kind, image in (("clear", clear), ("dot", dot)):
    for name in making(f"{kind}.gif"):
        image.save(HERE / name, transparency=0)
    for name in making(f"{kind}.png"):
        image.save(HERE / name, transparency=bytes([0, 0] if kind == "clear" else [0, 255]))
    colours = image.convert("RGB")
    for mode in ("LA", "RGBA"):
        for name in making(f"{kind}-{mode.lower()}.png"):
            layered = colours.convert(mode)
            layered.putalpha(image.point([0] + [1] * 255, "L"))
            layered.save(HERE / name)
    # One colour stands for what is transparent.
    for name in making(f"{kind}-key.png"):
        colours.save(HERE / name, transparency=(255, 255, 255))
    for name in making(f"{kind}-grey.png"):
        colours.convert("1").save(HERE / name, transparency=1)
    for name in making(f"{kind}-interlaced.png"):
        run("convert", HERE / f"{kind}-rgba.png", "-interlace", "PNG", "-depth", "16", "-define",
            "png:color-type=6", "-define", "png:exclude-chunk=all", "-define", "png:bit-depth=16", HERE / name)
for name in making("pixel.gif"):
    Image.new("P", (1, 1), 0).save(HERE / name, transparency=0)

# The judge: what exiftool finds in every file. What stands in an SVG it calls by the element around it, too.
rows = []
PROPERTIES = ["AltTextAccessibility", "ExtDescrAccessibility"]
files = sorted(path for path in HERE.iterdir() if path.suffix not in (".py", ".tsv"))
found = subprocess.run(
    ["exiftool", "-j", *(f"-XMP-iptcCore:*{name}*" for name in PROPERTIES), *files], stdout=subprocess.PIPE, check=True)
for entry in json.loads(found.stdout):
    for tag, text in entry.items():
        name, _, language = tag.removeprefix("SvgMetadata").partition("-")
        if name in PROPERTIES:
            rows.append((pathlib.Path(entry["SourceFile"]).name, name, language, text))
(HERE / "expected.tsv").write_text("".join("\t".join(row) + "\n" for row in sorted(rows)))

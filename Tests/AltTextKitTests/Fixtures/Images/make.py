#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the image files beside it. Needs Pillow (with AVIF and JPEG 2000) and exiftool."""

import pathlib
import subprocess

from PIL import Image, ImageDraw, PngImagePlugin

HERE = pathlib.Path(__file__).parent
TEXT = [
    "-XMP-iptcCore:AltTextAccessibility=A red kite over a field.",
    "-XMP-iptcCore:AltTextAccessibility-de=Ein roter Drachen über einem Feld.",
    "-XMP-iptcCore:ExtDescrAccessibility=A red kite with a long tail, high over a field of stubble & straw.",
    # None of these is a text alternative.
    "-XMP-dc:Description=DSC_0001", "-XMP-dc:Title=DSC_0001", "-XMP-xmp:CreatorTool=Camera 1.0",
]


def exiftool(name, *arguments):
    subprocess.run(["exiftool", "-q", "-overwrite_original", "-api", "Compact=NoPadding", *arguments, HERE / name], check=True)


picture = Image.new("RGB", (12, 7), "skyblue")
ImageDraw.Draw(picture).polygon([(6, 1), (9, 3), (6, 6), (4, 3)], fill="firebrick")

for name in ["kite.jpg", "kite.png", "kite.webp", "kite.gif", "kite.tif", "kite.avif"]:
    picture.save(HERE / name)
    exiftool(name, *TEXT)
exiftool("kite.jpg", "-EXIF:ImageDescription=OLYMPUS DIGITAL CAMERA", "-EXIF:Orientation#=1")
compressed = PngImagePlugin.PngInfo()
packet = "XML:com.adobe.xmp"
compressed.add_itxt(packet, Image.open(HERE / "kite.png").info[packet], zip=True)
picture.save(HERE / "compressed.png", pnginfo=compressed)

for name in ["plain.jpg", "plain.png", "plain.gif", "plain.bmp", "plain.jp2"]:
    picture.save(HERE / name)
picture.save(HERE / "progressive.jpg", progressive=True)
picture.save(HERE / "lossless.webp", lossless=True)
picture.save(HERE / "plain.ico", sizes=[(7, 7)])

clear = Image.new("P", (40, 30), 0)
clear.putpalette([255, 255, 255, 0, 0, 0])
clear.save(HERE / "clear.gif", transparency=0)
clear.save(HERE / "clear.png", transparency=bytes([0, 0]))
clear.putpixel((39, 29), 1)
clear.save(HERE / "dot.gif", transparency=0)
clear.save(HERE / "dot.png", transparency=bytes([0, 255]))
Image.new("P", (1, 1), 0).save(HERE / "pixel.gif", transparency=0)

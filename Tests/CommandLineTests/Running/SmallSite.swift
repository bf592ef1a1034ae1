// SPDX-License-Identifier: Apache-2.0

import Foundation

extension WorkFolder {
    /// A PNG that nothing else on a site shows: a drawing of the fixtures with a mark behind its end.
    func writeImage(_ name: String, marked mark: String? = nil) throws {
        let drawing = Self.fixtures.appendingPathComponent("site/img/icons/basket.png")
        try write(
            try Array(Data(contentsOf: drawing)) + Array((mark ?? location(of: name).lastPathComponent).utf8),
            to: name
        )
    }

    /// A site in which three images on two pages need a caption: `a.png`, `b.png` (under two names), one on another host.
    func writeCaptionSite(to name: String = "site") throws {
        try writeImage("\(name)/img/a.png")
        try writeImage("\(name)/img/b.png", marked: "same")
        try writeImage("\(name)/img/b-copy.png", marked: "same")
        try write(
            """
            <!DOCTYPE html>
            <html lang="en"><title>Home</title>
            <p><img src="img/a.png"><img src="img/b.png">
            <p><img src="./img/a.png"><img src="https://cdn.example.com/c.png">

            """,
            to: "\(name)/index.html"
        )
        try write(
            """
            <!DOCTYPE html>
            <html lang="en"><title>Second</title>
            <figure><img src="../img/b-copy.png"><figcaption>A caption</figcaption></figure>
            <p><img src="../img/a.png"><img src="https://cdn.example.com/c.png">

            """,
            to: "\(name)/second/index.html"
        )
    }

    /// A site whose pages are hard to describe in a diff, by line ends, names or encodings; no alt needs the service.
    func writeAwkwardSite(to name: String = "site") throws {
        let pixel = #"<img src="https://count.example.com/p.gif" width="1" height="1">"#
        let filler = String(repeating: "<p>Some text that stays as it is.</p>\n", count: 12)
        try writeImage("\(name)/x.png")
        let pages: [String: String] = [
            "crlf.html": "<html lang=en>\r\n<p>One\r\n\(pixel)\r\n<p>Two\r\n",
            "cr.html": "<html lang=en>\r<p>One\r\(pixel)\r<p>Two\r",
            "mixed.html": "<html lang=en>\r\n<p>One\n\(pixel)\r\r\n\n\(pixel)",
            "no final newline.html": "<html lang=en>\n\(pixel)",
            "minified.html": "<html lang=en>" + String(repeating: "<p>text\(pixel)", count: 500),
            "empty lines.html": "\n\n\n\(pixel)\n\n\n",
            "nul.html": "<html lang=en>\n<p>\u{0}</p>\n\(pixel)\n",
            "trailing blanks.html": "<html lang=en>   \n\(pixel)\t \n  \n",
            "looks like a patch.html":
                "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-\(pixel)\n+\(pixel)\n\\ No newline at end of file\n",
            "far apart.html": "\(pixel)\n\(filler)\(pixel)\n\(filler)\(filler)\(pixel)\n",
            "deep/er/page.htm": "<html lang=en>\n\(pixel)\n",
            "\u{FC}ml\u{E4}ut.html": "<html lang=en>\n\(pixel)\n",
            "quote\"d.html": "<html lang=en>\n\(pixel)\n",
            "back\\slash.html": "<html lang=en>\n\(pixel)\n",
            "tab\there.html": "<html lang=en>\n\(pixel)\n",
            "-dash.html": "<html lang=en>\n\(pixel)\n",
            "broken.html":
                "<html lang=en><p <b <img src=https://count.example.com/p.gif width=1 height=1 <p>\n<td>\(pixel)</x>",
            "title.html":
                "<html lang=en><meta charset=utf-8><title>\"Quotes\" &amp; <b>tags</b> &#8211; r\u{E9}sum\u{E9} \u{1F600}</title>\n",
            "links.html": "<html lang=en><meta charset=utf-8>\n<a href=title.html><img src=x.png></a>\n",
            "links-latin.html": "<html lang=en><meta charset=iso-8859-1>\n<a href=title.html><IMG SRC=x.png></a>\n",
            "links-upper.html": "<HTML LANG=EN>\n<A HREF='title.html'><IMG\n\tSRC='x.png'/></A>\n",
        ]
        for (page, text) in pages { try write(text, to: "\(name)/\(page)") }
        try write(
            Array("<html lang=en>\n<p>caf".utf8) + [0xE9, 0xFF, 0xC3] + Array("\n\(pixel)\n".utf8),
            to: "\(name)/invalid.html"
        )
        try write([0xEF, 0xBB, 0xBF] + Array("<html lang=en>\n\(pixel)\n".utf8), to: "\(name)/mark.html")
    }
}

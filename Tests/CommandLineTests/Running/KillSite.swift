// SPDX-License-Identifier: Apache-2.0

import AltTextTestSupport
import Foundation

/// A site on whose pages every kind of work is to be done: captions at once and later, each for two roles, and texts that
/// need no service.
enum KillSite {
    static let url = "https://example.org/"
    static let imageCount = 12
    private static let pageCount = 150

    private static func name(ofImage number: Int) -> String {
        "img/\(number)\(number % 4 == 3 ? "-variant-processing" : "").png"
    }

    /// The URL of each image that needs a caption, with the caption that the stand-in gives it.
    static let captions = Dictionary(
        uniqueKeysWithValues: (0..<imageCount).map { number in
            let image = url + name(ofImage: number)
            return (image, StandInServer.caption(for: image))
        })

    /// The pages as they are built, by name.
    static let pages = pages { _ in "" }

    /// The pages as `fix` leaves them.
    static let finishedPages = pages { image in
        "alt=\"\(image.map { StandInServer.caption(for: url + name(ofImage: $0)) } ?? "")\" "
    }

    /// - Parameter alt: The attribute of an image, and of the pixel that has no number.
    private static func pages(alt: @escaping (Int?) -> String) -> [String: [UInt8]] {
        let pages = (0..<pageCount).map { page in
            let tag = { (image: Int) in #"<img \#(alt(image))src="/\#(name(ofImage: image))">"# }
            let figure = "<figure>\(tag((page * 5 + 1) % imageCount))<figcaption>Number \(page)</figcaption></figure>"
            let pixel = #"<img \#(alt(nil))src="https://count.example.com/p.gif" width="1" height="1">"#
            let text = """
                <!DOCTYPE html>
                <html lang=en><title>\(page)</title>
                <p>\(tag(page % imageCount))
                \(figure)
                \(pixel)

                """
            return ("\(page % 3)/\(page).html", Array(text.utf8))
        }
        return Dictionary(uniqueKeysWithValues: pages)
    }

    static func write(to folder: WorkFolder) throws {
        for number in 0..<imageCount { try folder.writeImage("site/\(name(ofImage: number))") }
        for (name, bytes) in pages { try folder.write(bytes, to: "site/\(name)") }
    }
}

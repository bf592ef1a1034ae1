// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
/// The pictures in a report: the files themselves, where they are small, as a report fetches nothing.
struct Thumbnails {
    /// The bytes that a picture may have.
    static let fileLimit = 200_000

    /// Why an image is not shown.
    private enum Absence: String, CaseIterable, Error {
        case elsewhere = "on other sites: a report fetches nothing"
        case large = "larger than 200 kB, or changed meanwhile"
        case full = "more than a report has room for"
        case notDisplayable = "not to be found, or no image that browsers show"
    }

    private var room: Int
    private var absences: [Absence: Int] = [:]

    /// No pictures yet.
    ///
    /// - Parameter limit: The bytes that all pictures may have together.
    init(limit: Int = 10_000_000) {
        room = limit
    }

    /// How many images are not shown, and why; empty where all are.
    var absenceNote: String {
        Absence.allCases.compactMap { absence in absences[absence].map { "\($0) \(absence.rawValue)" } }
            .joined(separator: "; ")
    }

    /// The `data:` URL of an image; `nil` where it is not shown.
    mutating func url(of image: SiteImage?) -> String? {
        do throws(Absence) {
            return try makeURL(of: image)
        } catch {
            absences[error, default: 0] += 1
            return nil
        }
    }

    private mutating func makeURL(of image: SiteImage?) throws(Absence) -> String {
        guard let image else { throw .notDisplayable }
        guard let format = image.header?.format, format.isShownByBrowsers else {
            throw image.publicURL != nil && image.file == nil ? .elsewhere : .notDisplayable
        }
        guard let bytes = image.bytes(upTo: Self.fileLimit) else { throw .large }
        guard bytes.count <= room else { throw .full }
        room -= bytes.count
        return "data:\(format.mediaType);base64,\(Base64.encode(bytes))"
    }
}

extension ImageFormat {
    /// Whether all current browsers show it.
    fileprivate var isShownByBrowsers: Bool {
        switch self {
        case .jpeg, .png, .gif, .webp, .svg, .avif, .bmp, .ico: true
        case .heic, .tiff, .jxl, .jpeg2000: false
        }
    }
}

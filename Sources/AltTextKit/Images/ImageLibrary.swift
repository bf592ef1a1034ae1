// SPDX-License-Identifier: Apache-2.0

public import HTMLScan
internal import Synchronization
internal import SystemPackage

/// Looks up the images of a site. What was found of a file is kept, so that it is read once, however many pages show it
/// (once for each page that is worked on, where that happens at the same moment).
public final class ImageLibrary: Sendable {
    /// What there is to know of a file's content.
    private struct Content {
        let key: String
        let inspection: ImageInspection
    }

    /// A file of more bytes is not looked at.
    public static let largestFile = 100 * 1024 * 1024

    let resolver: ReferenceResolver
    private let candidates: ImageCandidates
    private let contents = Mutex<[FilePath: Result<Content, SiteImage.Problem>]>([:])

    /// A library of the images that a resolver finds.
    public init(resolver: ReferenceResolver, candidates: ImageCandidates) {
        self.resolver = resolver
        self.candidates = candidates
    }

    /// The image that an element shows; `nil` where it names none.
    ///
    /// It is called what its first source says, and is the first of its sources that can be described.
    public func image(of element: ImageElement, against base: DocumentBase) -> SiteImage? {
        let images = candidates.sources(of: element).lazy.map { source in
            self.image(self.resolver.resolve(source, against: base), source: source)
        }
        guard let first = images.first else { return nil }
        guard first.problem != nil else { return first }
        guard let usable = images.first(where: { $0.problem == nil }) else {
            return images.first { $0.key != nil } ?? first
        }
        return usable.called(first.name)
    }

    /// What identifies the images that an element may show, by whichever of its sources.
    func keys(of element: ImageElement, against base: DocumentBase) -> [String] {
        candidates.sources(of: element).compactMap { image(resolver.resolve($0, against: base), source: $0).key }
    }

    /// What an element's first source leads to, without a look at it; `nil` where it leads nowhere.
    func subject(of element: ImageElement, against base: DocumentBase) -> ImageSubject? {
        guard let source = candidates.sources(of: element).first else { return nil }
        return switch resolver.resolve(source, against: base) {
        case .file(let file): .file(file)
        case .remote(let url): .remote(key: Self.key(ofRemote: url))
        case .data, .unresolvable: nil
        }
    }

    private static func key(ofRemote url: WebURL) -> String {
        // A fragment names a part of what is fetched, not something else to fetch.
        "url:" + url.hrefWithoutFragment
    }

    /// What identifies the content of a file, as in a catalog; `nil` where it cannot be read or is no image.
    func key(of file: SiteFile) -> String? {
        try? content(of: file).get().key
    }

    private func image(_ reference: ImageReference, source: String) -> SiteImage {
        switch reference {
        case .file(let file):
            let name = file.path.string
            let publicURL = file.publicURL?.href
            switch content(of: file) {
            case .success(let content):
                return SiteImage(
                    name: name, key: content.key, publicURL: publicURL, file: file.location, data: [],
                    inspection: content.inspection)
            case .failure(let problem):
                return SiteImage(name: name, problem: problem)
            }
        case .remote(let url):
            return SiteImage(remote: url.hrefWithoutFragment, key: Self.key(ofRemote: url))
        case .data(let data):
            let content = Self.content(of: data.bytes)
            return SiteImage(
                name: "data:\(data.mediaType)", key: content.key, publicURL: nil, file: nil, data: data.bytes,
                inspection: content.inspection)
        case .unresolvable(let reason):
            return SiteImage(name: reason.name ?? String(source.prefix(200)), problem: .unresolvable(reason))
        }
    }

    private func content(of file: SiteFile) -> Result<Content, SiteImage.Problem> {
        if let known = contents.withLock({ $0[file.location] }) { return known }
        let content = Result { () throws(SiteImage.Problem) in try Self.read(file) }
        contents.withLock { $0[file.location] = content }
        return content
    }

    private static func read(_ file: SiteFile) throws(SiteImage.Problem) -> Content {
        do {
            let location = file.location
            return content(of: try RegularFile(contentsOf: location, calledBy: location, limit: largestFile).bytes)
        } catch .tooLarge(_, let byteCount) {
            throw .tooLarge(byteCount: byteCount)
        } catch {
            throw .unresolvable(.unreadable(file.path, errno(of: error)))
        }
    }

    private static func errno(of error: FileError) -> Errno {
        switch error {
        case .missing: .noSuchFileOrDirectory
        case .notPermitted: .permissionDenied
        case .failed(_, _, let errno): errno
        default: .ioError
        }
    }

    private static func content(of bytes: [UInt8]) -> Content {
        Content(key: Digest.catalogKey(of: bytes), inspection: ImageFile.inspect(bytes))
    }
}

extension SiteImage.Problem: Error {}

extension UnresolvableReason {
    /// What reports call the image: the path that leads nowhere, relative to the root, or a URL; `nil` where the source
    /// itself has to do.
    fileprivate var name: String? {
        switch self {
        case .noSuchFile(let path), .outsideOfRoot(let path), .notARegularFile(let path), .unreadable(let path, _):
            path.string
        case .hasCredentials(let url): url
        case .noSource, .malformedURL, .unsupportedScheme, .malformedData, .privateAddress: nil
        }
    }
}

extension SiteImage {
    /// An image whose content is known.
    fileprivate init(
        name: String, key: String, publicURL: String?, file: FilePath?, data: [UInt8], inspection: ImageInspection
    ) {
        self.name = name
        self.key = key
        self.publicURL = publicURL
        self.file = file
        self.data = data
        header = inspection.header
        embedded = inspection.embedded
        if let format = inspection.header?.format {
            problem = format.isAcceptedByCaptioner ? nil : .unsupportedFormat(format.name)
        } else {
            problem = .notAnImage
        }
    }

    /// An image that is not looked at: the service fetches it itself, and only its URL tells its format.
    fileprivate init(remote url: String, key: String) {
        name = url
        self.key = key
        publicURL = url
        file = nil
        data = []
        header = nil
        embedded = .none
        let path = url.prefix { $0 != "?" }.lowercased()
        let format = ImageName.extensions.first { path.hasSuffix(".\($0)") } ?? ""
        let isAccepted = ["", "png", "jpg", "jpeg"].contains(format)
        problem = isAccepted ? nil : .unsupportedFormat(format.uppercased())
    }

    /// A source that leads to no image.
    fileprivate init(name: String, problem: Problem) {
        self.name = name
        key = nil
        publicURL = nil
        file = nil
        data = []
        header = nil
        embedded = .none
        self.problem = problem
    }

    /// The same image under the name that reports show.
    fileprivate func called(_ name: String) -> SiteImage {
        SiteImage(
            name: name, key: key, publicURL: publicURL, file: file, data: data, header: header, embedded: embedded,
            problem: problem)
    }
}

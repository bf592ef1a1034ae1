// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// The images that the pages of a site show, with an alt or without.
public struct ShownImages: Sendable {
    /// What identifies them in a catalog.
    public private(set) var keys: Set<String> = []
    /// What could not be read, so that what it shows is not known.
    public private(set) var problems: [PageProblem] = []
    /// How many pages were read.
    public private(set) var pageCount = 0

    /// Looks at all pages of a selection.
    ///
    /// - Parameters:
    ///   - width: How many pages are worked on at once.
    ///   - progress: Called after each page, from any thread.
    public init(
        on selection: PageSelection, library: ImageLibrary, width: Int, progress: @escaping @Sendable () -> Void = {}
    ) async {
        let files = PageFiles(below: selection.root)
        let (outcomes, count) = await selection.concurrentCompactMap(width: width) { step -> Outcome? in
            switch step {
            case .problem(let problem):
                return .problem(problem)
            case .page(let page):
                defer { progress() }
                do {
                    let scanned = try ImageScanner().scan(files.bytes(of: page))
                    let base = library.resolver.base(
                        ofPage: page, baseHref: scanned.baseHref, encoding: scanned.encoding)
                    return .keys(Set(scanned.images.flatMap { library.keys(of: $0, against: base) }))
                } catch {
                    return .problem(PageProblem(page: page, error: error))
                }
            }
        }
        for outcome in outcomes {
            switch outcome {
            case .keys(let pageKeys): keys.formUnion(pageKeys)
            case .problem(let problem): problems.append(problem)
            }
        }
        pageCount = count
    }

    private enum Outcome {
        case keys(Set<String>)
        case problem(PageProblem)
    }
}

// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import SystemPackage

/// Audits the pages of a site, several at once.
public struct SiteAuditor: Sendable {
    private let selection: PageSelection
    private let root: SiteRoot
    private let library: ImageLibrary
    private let exclusions: ImageExclusions
    private let rules: [ImageRule]
    private let defaultLanguage: String?
    private let includesTemplates: Bool
    private let scanner = ImageScanner()

    /// An auditor of these pages, with the images that a library knows.
    ///
    /// - Parameters:
    ///   - rules: What the site wants otherwise for some of its images.
    ///   - defaultLanguage: The tag of the language of text for which no page declares one; `nil` where that is not known.
    public init(
        selection: PageSelection, library: ImageLibrary, exclusions: ImageExclusions = ImageExclusions(),
        rules: [ImageRule] = [], defaultLanguage: String? = nil, includesTemplates: Bool = false
    ) {
        self.selection = selection
        root = SiteRoot(selection.root)
        self.library = library
        self.exclusions = exclusions
        self.rules = rules
        self.defaultLanguage = defaultLanguage
        self.includesTemplates = includesTemplates
    }

    /// Audits all pages. A page that cannot be read is reported and stops none of the others.
    ///
    /// - Parameters:
    ///   - width: How many pages are worked on at once.
    ///   - progress: Called after each page, from any thread.
    public func audit(width: Int, progress: @escaping @Sendable (PageAudit) -> Void = { _ in }) async -> SiteAudit {
        let results = await selection.pages.concurrentMap(width: width) { page in
            let result = Result { try audit(page) }
            if case .success(let audit) = result { progress(audit) }
            return result.mapError { PageFailure(PageProblem(page: page, description: describe($0, page))) }
        }
        var pages: [PageAudit] = []
        var problems = selection.problems
        for result in results {
            switch result {
            case .success(let page): pages.append(page)
            case .failure(let failure): problems.append(failure.problem)
            }
        }
        return SiteAudit(pages: pages, problems: problems)
    }

    private struct PageFailure: Error {
        let problem: PageProblem

        init(_ problem: PageProblem) { self.problem = problem }
    }

    private func describe(_ error: any Error, _ page: FilePath) -> String {
        // A FileError names the file itself.
        error is FileError || error is SiteError ? "\(error)" : "\(page.onOneLine): \(error)"
    }

    /// Where to read a page: never outside of the root, wherever a symbolic link leads.
    private func location(of page: FilePath) throws(SiteError) -> FilePath {
        switch root.entry(at: page) {
        case .file(let location): return location
        case .outsideOfRoot: throw .pageLeadsOutside(page)
        case .notARegularFile, .missing, .unreadable: return selection.root.pushing(page)
        }
    }

    private func audit(_ page: FilePath) throws -> PageAudit {
        let bytes = try RegularFile(contentsOf: try location(of: page)).bytes
        let scanned = try scanner.scan(bytes)
        let excluded = try exclusions.makeMatcher()
        var uses: [ImageUse] = []
        var givenAlts: [PageAudit.GivenAlt] = []
        for var element in scanned.images {
            if includesTemplates { element.surroundings.isInTemplate = false }
            element.surroundings.language = element.surroundings.language ?? defaultLanguage
            if let alt = givenAlt(of: element, onPage: page, baseHref: scanned.baseHref) { givenAlts.append(alt) }
            guard !element.surroundings.isIgnored else { continue }
            let image =
                needsImage(element) ? library.image(of: element, onPage: page, baseHref: scanned.baseHref) : nil
            let rule = rules.combined(for: element, image: image, onPage: page)
            guard let verdict = Classifier.verdict(on: element, image: image, treatment: rule.treatment),
                rule.isExcluded != true, !excluded.matches(image, of: element)
            else { continue }
            uses.append(
                ImageUse(
                    page: page, line: element.position.line, column: element.position.column,
                    offset: element.tag.lowerBound,
                    insertionOffset: element.insertionOffset, src: element["src"], findingClass: verdict.findingClass,
                    ownClass: verdict.findingClass, role: verdict.role, reason: verdict.reason, image: image,
                    language: LanguageTag.primary(of: element.surroundings.language ?? ""),
                    languageTag: element.surroundings.language,
                    hasOwnLanguage: element["lang"] != nil || element["xml:lang"] != nil,
                    control: element.surroundings.control,
                    linkTarget: element.surroundings.control?.href.map {
                        library.resolver.target(ofLink: $0, onPage: page, baseHref: scanned.baseHref)
                    },
                    figureCaption: element.surroundings.figure?.caption ?? "",
                    place: AltTextPlace(of: element, imageName: image?.name),
                    precedingImage: element.surroundings.precedingImage, captionLength: rule.length,
                    baseHref: scanned.baseHref, isInNoscript: element.surroundings.isInNoscript))
        }
        TwinRule.apply(to: &uses)
        return PageAudit(
            page: page, encoding: scanned.encoding, writesReferences: scanned.encoding.needsReferences(in: bytes),
            digest: uses.isEmpty ? nil : Digest.hexadecimal(of: bytes), uses: uses,
            imageCount: scanned.images.count {
                $0.kind == .img && (includesTemplates || !$0.surroundings.isInTemplate)
            },
            title: scanned.title, givenAlts: givenAlts)
    }

    /// Whether the image has to be known: not where its alt leaves nothing to find.
    private func needsImage(_ element: ImageElement) -> Bool {
        element["alt"] == nil || Classifier.verdict(on: element, image: nil) != nil
    }

    private func givenAlt(of element: ImageElement, onPage page: FilePath, baseHref: String?) -> PageAudit.GivenAlt? {
        guard element.kind == .img, !element.surroundings.isInTemplate, let alt = element["alt"],
            !alt.allSatisfy(\.isWhitespace),
            AltTextHygiene.problem(withAltOf: element, imageName: element["src"]) == nil,
            let subject = library.subject(of: element, onPage: page, baseHref: baseHref)
        else { return nil }
        return PageAudit.GivenAlt(
            subject: subject, role: Classifier.role(of: element),
            language: LanguageTag.primary(of: element.surroundings.language ?? ""), text: alt)
    }
}

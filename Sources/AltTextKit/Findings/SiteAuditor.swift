// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan
internal import SystemPackage

/// Audits the pages of a site, several at once.
public struct SiteAuditor: Sendable {
    private let selection: PageSelection
    private let files: PageFiles
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
        files = PageFiles(below: selection.root)
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
    public func audit(width: Int, progress: @escaping @Sendable () -> Void = {}) async -> SiteAudit {
        let (outcomes, pageCount) = await selection.concurrentCompactMap(width: width, having: exclusions.makeMatcher) {
            step, excluded -> Outcome? in
            guard case .page(let page) = step else { return Outcome(notWalked: step) }
            defer { progress() }
            do {
                return try audit(page, leavingOut: excluded).map { .found($0) }
            } catch {
                return .unreadable(PageProblem(page: page, error: error))
            }
        }
        return SiteAudit(
            root: selection.root,
            pages: outcomes.compactMap { if case .found(let page) = $0 { page } else { nil } },
            pageCount: pageCount - outcomes.count { if case .unreadable = $0 { true } else { false } },
            problems: outcomes.compactMap(\.problem))
    }

    /// What there is to tell of a step.
    private enum Outcome {
        case found(PageAudit)
        case unreadable(PageProblem)
        /// What pages are there is not known.
        case notWalked(PageProblem)

        init?(notWalked step: PageWalk.Step) {
            guard case .problem(let problem) = step else { return nil }
            self = .notWalked(problem)
        }

        var problem: PageProblem? {
            switch self {
            case .found: nil
            case .unreadable(let problem), .notWalked(let problem): problem
            }
        }
    }

    /// What was found on a page; `nil` where that is nothing.
    private func audit(_ page: FilePath, leavingOut excluded: ImageExclusions.Matcher) throws -> PageAudit? {
        let bytes = try files.bytes(of: page)
        var interest = AuditInterest()
        let scanned = try scanner.scan(bytes) { interest.interest(in: $0, mayHaveCaption: $1) }
        let base = library.resolver.base(ofPage: page, baseHref: scanned.baseHref, encoding: scanned.encoding)
        var uses: [ImageUse] = []
        for var element in scanned.images {
            if includesTemplates { element.surroundings.isInTemplate = false }
            element.surroundings.language = element.surroundings.language ?? defaultLanguage
            guard !element.surroundings.isIgnored else { continue }
            // What is to find in an alt does not depend on the image, and most often that is nothing.
            let verdictOnAlt = element["alt"] == nil ? nil : Classifier.verdict(on: element, image: nil)
            guard element["alt"] == nil || verdictOnAlt != nil else { continue }
            let image = library.image(of: element, against: base)
            let rule = rules.combined(for: element, image: image, onPage: page)
            guard
                let verdict = verdictOnAlt
                    ?? Classifier.verdict(on: element, image: image, treatment: rule.treatment),
                rule.isExcluded != true, !excluded.matches(image, of: element)
            else { continue }
            uses.append(
                ImageUse(
                    page: page, line: element.position.line, column: element.position.column,
                    offset: element.tag.lowerBound, tagStamp: TagStamp(of: bytes[element.tag]),
                    insertionOffset: element.insertionOffset, src: element["src"], findingClass: verdict.findingClass,
                    ownClass: verdict.findingClass, role: verdict.role, reason: verdict.reason,
                    ownNextStep: verdict.nextStep, image: image,
                    language: LanguageTag.primary(of: element.surroundings.language ?? ""),
                    languageTag: element.surroundings.language,
                    hasOwnLanguage: element["lang"] != nil || element["xml:lang"] != nil,
                    control: element.surroundings.control,
                    linkTarget: element.surroundings.control?.href.map {
                        library.resolver.target(ofLink: $0, against: base)
                    },
                    figureCaption: element.surroundings.figure?.caption ?? "",
                    place: AltTextPlace(of: element, imageName: image?.name),
                    precedingImage: element.surroundings.precedingImage, captionLength: rule.length,
                    base: base, isInNoscript: element.surroundings.isInNoscript))
        }
        guard !uses.isEmpty else { return nil }
        TwinRule.apply(to: &uses)
        return PageAudit(
            page: page, encoding: scanned.encoding, writesReferences: scanned.encoding.needsReferences(in: bytes),
            digest: uses.contains(where: \.canBeFilled) ? Digest.hexadecimal(of: bytes) : nil, uses: uses)
    }

    // MARK: What authors wrote

    /// Gathers what the authors of the site wrote, in a walk of its own.
    ///
    /// A page that cannot be read tells nothing; the audit reports it.
    ///
    /// - Parameters:
    ///   - site: All pages of the site, below the root of the audited ones: single pages get the texts that they get with the
    ///     rest.
    ///   - width: How many pages are worked on at once.
    public func authoredTexts(on site: PageSelection, width: Int) async -> AuthoredTexts {
        let (pages, _) = await site.concurrentCompactMap(width: width) { step -> AuthoredTexts? in
            guard case .page(let page) = step, let bytes = try? files.bytes(of: page),
                let scanned = try? scanner.scan(bytes)
            else { return nil }
            let base = library.resolver.base(ofPage: page, baseHref: scanned.baseHref, encoding: scanned.encoding)
            let alts = scanned.images.compactMap { alt(of: $0, against: base) }
            // A page that only sends its readers on often has the title of the page behind it.
            let title = scanned.refreshHref == nil ? scanned.title : nil
            return AuthoredTexts(titles: title.map { [$0] } ?? [], alts: Set(alts))
        }
        return pages.reduce(into: AuthoredTexts()) { $0.add($1) }
    }

    private func alt(of element: ImageElement, against base: DocumentBase) -> AuthoredTexts.Alt? {
        // In a link or button an alt can say what that does, also where it leads to the image itself: "Click to enlarge".
        guard element.kind == .img, element.isPerceivable, element.surroundings.control == nil,
            let alt = element["alt"], !alt.isBlank,
            AltTextHygiene.problem(withAltOf: element, imageName: element["src"]) == nil,
            let subject = library.subject(of: element, against: base)
        else { return nil }
        return AuthoredTexts.Alt(
            subject: subject, role: Classifier.role(of: element),
            language: LanguageTag.primary(of: element.surroundings.language ?? ""), text: alt)
    }
}

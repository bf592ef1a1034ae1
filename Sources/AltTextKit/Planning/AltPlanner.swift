// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// Decides about the alt of each place by asking the alt sources in their order.
///
/// A decision is a function of the audit and the catalog alone, so `diff`, `fix` and `--estimate` cannot disagree.
public struct AltPlanner: Sendable {
    /// What the user wants to have written.
    public struct Policy: Sendable {
        /// Which caption becomes the alt.
        public var length: CaptionLength
        /// Whether only what a person decided is written, and the empty alt of pixels.
        public var approvedOnly: Bool
        /// What becomes of texts that are not in the language of their page.
        public var languageMismatch: LanguageMismatch
        /// Whether nobody will be asked for captions.
        public var isOffline: Bool

        /// Normal captions, suggestions included, on pages in their own language only, unless said otherwise.
        public init(
            length: CaptionLength = .normal, approvedOnly: Bool = false, languageMismatch: LanguageMismatch = .skip,
            isOffline: Bool = false
        ) {
            self.length = length
            self.approvedOnly = approvedOnly
            self.languageMismatch = languageMismatch
            self.isOffline = isOffline
        }
    }

    private let policy: Policy
    private let sources: [any AltSource]

    /// A planner with the sources that need no network, the catalog's current records first.
    ///
    /// - Parameter authoredTexts: Those of the site, if ``needsAuthoredTexts(for:policy:catalog:)`` says so.
    public init(
        policy: Policy, catalog: [CaptionRecord], audit: SiteAudit, authoredTexts: AuthoredTexts,
        library: ImageLibrary, titles: PageTitles
    ) {
        let sources: [any AltSource] = [
            CatalogSource(records: catalog, policy: policy),
            PixelSource(),
            LinkTargetSource(titles: titles, siteName: SiteName(titles: authoredTexts.titles)),
            EmbeddedTextSource(),
            ReuseSource(authoredTexts.alts, for: audit, library: library),
        ]
        self.init(policy: policy, sources: sources)
    }

    /// Whether what authors wrote elsewhere on the site can matter: not where the catalog and the images themselves say all.
    ///
    /// To gather that takes about as long as the audit did.
    public static func needsAuthoredTexts(
        for audit: SiteAudit, policy: Policy, catalog: [CaptionRecord]
    ) -> Bool {
        let ownSources: [any AltSource] = [
            CatalogSource(records: catalog, policy: policy), PixelSource(), EmbeddedTextSource(),
        ]
        return audit.pages.contains { page in
            page.uses.contains { use in
                guard let role = use.role, role != .functionalWithText else { return false }
                return ownSources.allSatisfy { $0.answer(for: use) == nil }
            }
        }
    }

    init(policy: Policy, sources: [any AltSource]) {
        self.policy = policy
        self.sources = sources
    }

    /// What is to be done at a place.
    public func decision(for use: ImageUse) -> AltDecision {
        guard use.role != nil || use.findingClass == .pixel else { return .nothing }
        let answer = sources.lazy.compactMap { $0.answer(for: use) }.first { isInFittingLanguage($0, for: use) }
        switch answer {
        case .decorative(let origin):
            guard use.figureCaption.isEmpty || use.role != .figureCaptioned else {
                return .leave(reason: "An image with a caption cannot be decoration; change its entry in the catalog.")
            }
            return .insert(.decorative, origin: origin)
        case .withheld(let reason):
            return .leave(reason: reason)
        case .text(let text, let language, let origin):
            return decision(on: text, language: language, origin: origin, for: use)
        case nil:
            return decisionWithoutAnswer(for: use)
        }
    }

    /// Whether the text is in the language of the page, or a person wants it there all the same (T9).
    private func isInFittingLanguage(_ answer: AltAnswer, for use: ImageUse) -> Bool {
        guard case .text(_, let language, let origin) = answer, origin != .person else { return true }
        return policy.languageMismatch.allows(text: language, for: use)
    }

    private func decision(on text: String, language: String, origin: AltOrigin, for use: ImageUse) -> AltDecision {
        if policy.approvedOnly, origin != .person {
            return .leave(reason: "The suggestion \"\(text)\" awaits approval in the catalog.")
        }
        // What a person wrote is written as it is; what a machine found has to be fit first.
        let fit = origin == .person ? text : AltTextHygiene.cleaned(text)
        if origin != .person, let problem = problem(with: fit, for: use) {
            return .leave(reason: "The suggestion \"\(fit)\" \(problem).")
        }
        let tag = policy.languageMismatch.languageToTag(text: language, for: use)
        // Two attributes of one name are an error, which in XHTML costs the whole page.
        if tag != nil, use.hasOwnLanguage { return .leave(reason: Self.ownLanguageReason) }
        guard let insertion = AltInsertion(text: fit, language: tag) else {
            return .leave(reason: "The text found for it is empty.")
        }
        return .insert(insertion, origin: origin)
    }

    private func problem(with text: String, for use: ImageUse) -> String? {
        if let problem = AltTextHygiene.problem(with: text, imageName: use.image?.name) { return problem }
        let repeated = Self.comparable(text)
        // A text of signs, such as stars, has nothing to compare, and a place without a caption has no text to repeat.
        guard !repeated.isEmpty else { return nil }
        if repeated == Self.comparable(use.figureCaption) { return "repeats the caption" }
        if let control = use.control, repeated == Self.comparable(control.text) { return "repeats the link's text" }
        return nil
    }

    private static func comparable(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    private func decisionWithoutAnswer(for use: ImageUse) -> AltDecision {
        // A caption that awaits approval would be paid for, and not written.
        if policy.approvedOnly { return .leave(reason: "No text for it has been approved in the catalog.") }
        switch use.ownClass {
        case .content, .figureCaptioned:
            return .needsCaption
        case .languageMismatch where policy.languageMismatch != .skip:
            let cannotBeTagged = policy.languageMismatch == .tag && use.hasOwnLanguage
            return cannotBeTagged ? .leave(reason: Self.ownLanguageReason) : .needsCaption
        default:
            return .leave(reason: use.reason)
        }
    }

    private static let ownLanguageReason =
        "The tag has a lang of its own, so a text in another language cannot be tagged; write the alt by hand."
}

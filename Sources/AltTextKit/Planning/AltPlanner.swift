// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// Decides about the alt of each place by asking the alt sources in their order.
///
/// A decision is a function of the audit and the catalog alone, so `diff`, `fix` and `--estimate` cannot disagree.
public struct AltPlanner: Sendable {
    /// What the user wants to have written.
    public struct Policy: Sendable {
        /// Which captions are asked for, and which of them becomes the alt.
        public var lengths: CaptionLengths
        /// Whether only what a person decided is written, and the empty alt of pixels.
        public var approvedOnly: Bool
        /// What becomes of texts that are not in the language of their page.
        public var languageMismatch: LanguageMismatch
        /// Whether nobody will be asked for captions.
        public var isOffline: Bool
        /// How many characters a text may have before a person is asked to look at it (T7).
        public var textLengthLimit: Int

        /// Normal captions, suggestions included, on pages in their own language only, unless said otherwise.
        public init(
            lengths: CaptionLengths = CaptionLengths(.normal), approvedOnly: Bool = false,
            languageMismatch: LanguageMismatch = .skip, isOffline: Bool = false,
            textLengthLimit: Int = LengthRule.defaultLimit
        ) {
            self.lengths = lengths
            self.approvedOnly = approvedOnly
            self.languageMismatch = languageMismatch
            self.isOffline = isOffline
            self.textLengthLimit = textLengthLimit
        }
    }

    private let policy: Policy
    private let sources: [any AltSource]
    /// The captions that are known, by the keys of the images.
    private let knownCaptions: [String: [CaptionLength: String]]

    /// A planner with sources of its own.
    init(policy: Policy, sources: [any AltSource], knownCaptions: [String: [CaptionLength: String]] = [:]) {
        self.policy = policy
        self.sources = sources
        self.knownCaptions = knownCaptions
    }

    /// A planner with the sources that need no network, the catalog's current records first.
    ///
    /// - Parameter authoredTexts: Those of the site, if ``needsAuthoredTexts(for:policy:catalog:)`` says so.
    public init(
        policy: Policy, catalog: [CaptionRecord], audit: SiteAudit, authoredTexts: AuthoredTexts,
        library: ImageLibrary, titles: PageTitles
    ) {
        self.init(
            policy: policy,
            sources: [
                CatalogSource(records: catalog, policy: policy),
                PixelSource(),
                LinkTargetSource(pages: titles, titles: authoredTexts.titles),
                EmbeddedTextSource(),
                ReuseSource(authoredTexts.alts, for: audit, library: library),
                PaidCaptionSource(records: catalog, policy: policy),
            ],
            knownCaptions: catalog.captionsByImage)
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

    /// What is to be done at a place.
    ///
    /// - Parameter precedingAlt: The alt that the image directly in front has, or is to get.
    func step(for use: ImageUse, precedingAlt: String? = nil) -> AltPlan.Step {
        guard use.canBeFilled else { return AltPlan.Step(use, .nothing) }
        var rejection: AltPlan.Rejection?
        for source in sources {
            guard let answer = source.answer(for: use) else { continue }
            switch answer {
            case .withheld(let reason):
                return AltPlan.Step(use, .leave(reason: reason), rejection: rejection)
            case .decorative(let origin):
                return AltPlan.Step(use, decision(onDecoration: use, origin: origin))
            case .text(let text, let language, .person):
                return step(writing: text, language: language, origin: .person, at: use, precedingAlt: precedingAlt)
            case .text(let text, let language, let origin):
                // The text of another source may be in the right language (T9), or fit.
                guard policy.languageMismatch.allows(text: language, for: use) else { continue }
                let fit = AltTextHygiene.cleaned(text, language: language.isEmpty ? use.place.language : language)
                if let problem = AltTextHygiene.problem(with: fit, at: use.place(forTextIn: language)) {
                    let new = AltPlan.Rejection(text: fit, language: language, origin: origin, problem: problem)
                    // That a caption is not fit says more: another would be paid for, and be the same.
                    if rejection == nil || origin == .modelsLab { rejection = new }
                    continue
                }
                return step(writing: fit, language: language, origin: origin, at: use, precedingAlt: precedingAlt)
            }
        }
        return stepWithoutText(at: use, rejection: rejection)
    }

    private func decision(onDecoration use: ImageUse, origin: AltOrigin) -> AltDecision {
        let isCaptioned =
            use.role == .figureCaptioned && CaptionedDecorationRule().problem(with: "", at: use.place) != nil
        return isCaptioned
            ? .leave(reason: "An image with a caption cannot be decoration; change its entry in the catalog.")
            : .insert(.decorative, origin: origin)
    }

    /// The step for a text that is fit, or that a person wants: what a person wrote is written as it is.
    private func step(
        writing text: String, language: String, origin: AltOrigin, at use: ImageUse, precedingAlt: String?
    ) -> AltPlan.Step {
        let missing = origin == .modelsLab ? missingAdditions(of: use) : []
        if policy.approvedOnly, origin != .person {
            return AltPlan.Step(use, .leave(reason: "The suggestion \"\(text)\" awaits approval in the catalog."))
        }
        let tag = policy.languageMismatch.languageToTag(text: language, for: use)
        // Two attributes of one name are an error, which in XHTML costs the whole page.
        if tag != nil, use.hasOwnLanguage { return AltPlan.Step(use, .leave(reason: Self.ownLanguageReason)) }
        guard let insertion = AltInsertion(text: text, language: tag) else {
            return AltPlan.Step(use, .leave(reason: "The text found for it is empty."), missingCaptions: missing)
        }
        var place = use.place(forTextIn: language)
        place.precedingAlt = precedingAlt
        let problem = origin == .person ? AltTextHygiene.problem(with: text, at: place) : nil
        return AltPlan.Step(
            use, .insert(insertion, origin: origin),
            advice: problem
                ?? AltTextHygiene.advice(on: insertion.text, at: place, lengthLimit: policy.textLengthLimit),
            missingCaptions: missing)
    }

    private func stepWithoutText(at use: ImageUse, rejection: AltPlan.Rejection?) -> AltPlan.Step {
        func left(_ reason: String, missing: [CaptionLength] = []) -> AltPlan.Step {
            AltPlan.Step(use, .leave(reason: reason), rejection: rejection, missingCaptions: missing)
        }
        // A caption that awaits approval would be paid for, and not written.
        if policy.approvedOnly { return left("No text for it has been approved in the catalog.") }
        // The answer of a captioner would be the same again.
        if let rejection, rejection.origin == .modelsLab {
            return left(rejection.sentence, missing: missingAdditions(of: use))
        }
        switch use.ownClass {
        // The service takes no image with a problem.
        case _ where use.image?.problem != nil: return left(rejection?.sentence ?? use.reason)
        case .content, .figureCaptioned: break
        case .languageMismatch where policy.languageMismatch != .skip:
            if policy.languageMismatch == .tag, use.hasOwnLanguage { return left(Self.ownLanguageReason) }
        default: return left(rejection?.sentence ?? use.reason)
        }
        let text = use.captionLength ?? policy.lengths.text
        return AltPlan.Step(
            use, .needsCaption, rejection: rejection, missingCaptions: [text] + missingAdditions(of: use))
    }

    /// The captions that are wanted beside the one that becomes the alt, and are not there.
    private func missingAdditions(of use: ImageUse) -> [CaptionLength] {
        guard let image = use.image, let key = image.key, image.problem == nil, !policy.isOffline else { return [] }
        let text = use.captionLength ?? policy.lengths.text
        return policy.lengths.additional.filter { $0 != text && knownCaptions[key]?[$0] == nil }
    }

    private static let ownLanguageReason =
        "The tag has a lang of its own, so a text in another language cannot be tagged; write the alt by hand."
}

extension AltPlan.Step {
    fileprivate init(
        _ use: ImageUse, _ decision: AltDecision, rejection: AltPlan.Rejection? = nil, advice: String? = nil,
        missingCaptions: [CaptionLength] = []
    ) {
        self.use = use
        self.decision = decision
        self.rejection = rejection
        self.advice = advice
        self.missingCaptions = missingCaptions
    }
}

extension AltPlan.Rejection {
    /// Why the text is not written, as one sentence.
    fileprivate var sentence: String { "The suggestion \"\(text)\" \(problem)." }
}

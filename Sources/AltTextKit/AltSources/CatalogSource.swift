// SPDX-License-Identifier: Apache-2.0

/// What the catalog says about an image: what a person decided, or what was suggested before.
struct CatalogSource: AltSource {
    private let records: [CaptionRecord.Key: CaptionRecord]
    private let captions: [String: [CaptionLength: String]]
    private let length: CaptionLength
    private let mismatch: LanguageMismatch
    /// Whether a caption of another length may stand in, because nobody can be asked for the right one.
    private let takesOtherLengths: Bool

    init(records: [CaptionRecord], policy: AltPlanner.Policy) {
        self.records = Dictionary(records.map { ($0.key, $0) }) { first, _ in first }
        captions = records.captionsByImage
        length = policy.lengths.text
        mismatch = policy.languageMismatch
        takesOtherLengths = policy.isOffline
    }

    func answer(for use: ImageUse) -> AltAnswer? {
        guard let role = use.role, let image = use.image?.key else { return nil }
        let languages = mismatch.languagesToLookUp(for: use)
        let length = use.captionLength ?? length
        for language in languages {
            let key = CaptionRecord.Key(image: image, role: role.rawValue, language: language)
            guard let record = records[key] else { continue }
            // The same arrow or envelope may stand in links to several pages; a name of one is wrong for the others.
            if let target = record.target, role == .functionalAlone, target != use.linkTarget { continue }
            if let answer = answer(of: record, language: language, length: length) { return answer }
        }
        return nil
    }

    private func answer(of record: CaptionRecord, language: String, length: CaptionLength) -> AltAnswer? {
        switch record.status {
        case .decorative:
            return .decorative(origin: .person)
        case .rejected:
            return .withheld(reason: "A person rejected the text; write another into the catalog or into the page.")
        case .approved where record.text == "" && record.key.role == Role.functionalWithText.rawValue:
            // Beside text the empty alt is what was suggested, and so what was approved.
            return .decorative(origin: .person)
        case .approved, .edited:
            return record.text.map { .text($0, language: language, origin: .person) }
        case .suggested:
            // What the site itself suggests is asked of the site: it may have changed, and costs nothing.
            guard record.source == AltOrigin.modelsLab.rawValue else { return nil }
            if let caption = captions[record.key.image]?[length] {
                return .text(caption, language: language, origin: .modelsLab)
            }
            guard takesOtherLengths || record.captions.isEmpty else { return nil }
            return record.text.map { .text($0, language: language, origin: .modelsLab) }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

internal import OrderedCollections
internal import SystemPackage

/// What the site itself suggests, as records that a person can review beside the captions.
public enum CatalogSuggestions {
    /// The suggestions of a plan for which the catalog has no record yet, in the order of their first places.
    ///
    /// Where the same image is to say different things at different places, as an arrow that leads to the next page does,
    /// no single record can hold that, and there is none.
    public static func records(of plan: AltPlan, notIn catalog: [CaptionRecord], today: String) -> [CaptionRecord] {
        let known = Set(catalog.map(\.key))
        var records: OrderedDictionary<CaptionRecord.Key, CaptionRecord> = [:]
        var ambiguous: Set<CaptionRecord.Key> = []
        for step in plan.steps {
            guard let record = record(of: step, today: today), !known.contains(record.key) else { continue }
            if let other = records[record.key], other.text != record.text || other.target != record.target {
                ambiguous.insert(record.key)
            } else if records[record.key] == nil {
                records[record.key] = record
            }
        }
        return records.values.filter { !ambiguous.contains($0.key) }
    }

    private static func record(of step: AltPlan.Step, today: String) -> CaptionRecord? {
        let use = step.use
        guard let role = use.role, let image = use.image, let key = image.key,
            let suggestion = suggestion(of: step)
        else { return nil }
        let language = use.language.isEmpty ? LanguageTag.ofCaptions : use.language
        var record = CaptionRecord(
            key: CaptionRecord.Key(image: key, role: role.rawValue, language: language), status: .suggested,
            text: suggestion.text, source: suggestion.origin.rawValue, src: image.name, page: use.page.string,
            line: use.line, date: today)
        record.problem = suggestion.problem
        record.advice = suggestion.advice
        if role == .functionalAlone { record.target = use.linkTarget }
        return record
    }

    private struct Suggestion {
        let text: String
        let origin: AltOrigin
        var problem: String?
        var advice: String?
    }

    private static func suggestion(of step: AltPlan.Step) -> Suggestion? {
        switch step.decision {
        // A text in another language than the page's would be written without its lang once it is approved.
        case .insert(let insertion, let origin)
        where insertion.language == nil && [.linkTarget, .embedded, .reuse].contains(origin):
            return Suggestion(text: insertion.text, origin: origin, advice: step.advice)
        case .leave where step.use.role == .functionalWithText:
            // The text beside the image may be enough; only a person can tell.
            return Suggestion(text: "", origin: .linkTarget)
        case .leave, .needsCaption:
            guard let rejection = step.rejection, ["", step.use.language].contains(rejection.language) else {
                return nil
            }
            return Suggestion(text: rejection.text, origin: rejection.origin, problem: rejection.problem)
        case .insert, .nothing:
            return nil
        }
    }
}

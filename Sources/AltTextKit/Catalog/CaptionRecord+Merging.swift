// SPDX-License-Identifier: Apache-2.0

extension CaptionRecord {
    /// Two records of one key made into one.
    struct Merge {
        let record: CaptionRecord
        /// Whether two persons decided differently, of whom one had to give way.
        let isConflict: Bool
    }

    /// What holds when a file has this record and, on a later line, another of the same key.
    ///
    /// Such lines come from a run that was killed before it sorted the file, and from git merges that keep both sides.
    /// A person's decision beats a machine's; then the later date wins, then the later line. Nothing that was paid for
    /// is lost: captions and unknown fields of the other record fill what the winning one lacks.
    func merged(withLater later: CaptionRecord) -> Merge {
        let laterWins =
            status.isDecidedByPerson == later.status.isDecidedByPerson
            ? (date ?? "") <= (later.date ?? "")
            : later.status.isDecidedByPerson
        return Merge(
            record: laterWins ? later.filled(from: self) : filled(from: later),
            isConflict: status.isDecidedByPerson && later.status.isDecidedByPerson
                && (status, text) != (later.status, later.text)
        )
    }

    /// This record with the captions and unknown fields of `other` where it has none itself; and with its text, where this
    /// one only brings a further caption.
    func filled(from other: CaptionRecord) -> CaptionRecord {
        var result = self
        if status == .suggested, text == nil {
            (result.text, result.problem, result.advice) = (other.text, other.problem, other.advice)
        }
        result.captions.merge(other.captions) { own, _ in own }
        result.additionalCaptions = additionalCaptions.filled(from: other.additionalCaptions)
        result.additionalFields = additionalFields.filled(from: other.additionalFields)
        return result
    }

    /// Whether this record stands before `other` in a sorted catalog: by `src`, image, role, language.
    ///
    /// Bytes are compared, so that the order is the same on every system and in every locale.
    func precedes(_ other: CaptionRecord) -> Bool {
        let fields = [
            (src ?? "", other.src ?? ""), (key.image, other.key.image), (key.role, other.key.role),
            (key.language, other.key.language),
        ]
        for (own, others) in fields where !own.utf8.elementsEqual(others.utf8) {
            return own.utf8.lexicographicallyPrecedes(others.utf8)
        }
        return false
    }
}

// SPDX-License-Identifier: Apache-2.0

/// The records of a catalog in memory, found by key and by image.
struct CaptionIndex {
    private var recordsByKey: [CaptionRecord.Key: CaptionRecord] = [:]
    private var keysByImage: [String: Set<CaptionRecord.Key>] = [:]

    init(_ records: some Sequence<CaptionRecord>) {
        for record in records { self[record.key] = record }
    }

    /// The record of a key; `nil` where there is none.
    subscript(key: CaptionRecord.Key) -> CaptionRecord? {
        get { recordsByKey[key] }
        set {
            recordsByKey[key] = newValue
            if newValue == nil {
                keysByImage[key.image]?.remove(key)
            } else {
                keysByImage[key.image, default: []].insert(key)
            }
        }
    }

    /// The keys of all records, in no order.
    var keys: Set<CaptionRecord.Key> { Set(recordsByKey.keys) }

    /// All records in the order of the file.
    var records: [CaptionRecord] { recordsByKey.values.sorted { $0.precedes($1) } }

    /// The records of one image in the order of the file.
    func records(forImage image: String) -> [CaptionRecord] {
        (keysByImage[image] ?? []).compactMap { recordsByKey[$0] }.sorted { $0.precedes($1) }
    }
}

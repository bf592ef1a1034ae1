// SPDX-License-Identifier: Apache-2.0

extension Sequence<CaptionRecord> {
    /// The captions of images in any role, by the keys of the images; of several of one length the first.
    var captionsByImage: [String: [CaptionLength: String]] {
        reduce(into: [:]) { captions, record in
            captions[record.key.image, default: [:]].merge(record.captions) { first, _ in first }
        }
    }
}

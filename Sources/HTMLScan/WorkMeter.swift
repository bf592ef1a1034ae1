// SPDX-License-Identifier: Apache-2.0

/// Bounds the work of telling what is around the images of a page.
///
/// What nested links and captions say, each with all that the inner ones say, grows with the square of the page.
struct WorkMeter {
    private let limit: Int
    private var spent = 0

    /// - Parameter allowance: What any page may take in addition to what its length allows.
    init(pageLength: Int, allowance: Int = 20_000_000) {
        limit = 32 * pageLength + allowance
    }

    /// Notes that this many nodes were visited, or bytes of text were gathered.
    ///
    /// - Throws: `ScanError.tooEntangled` once that is out of proportion to the page.
    mutating func spend(_ amount: Int) throws(ScanError) {
        spent += amount
        guard spent < limit else { throw .tooEntangled(limit: limit) }
    }
}

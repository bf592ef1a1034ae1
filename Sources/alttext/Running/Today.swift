// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The day of the run.
enum Today {
    /// As catalogs write it, such as `2026-01-31`, in UTC.
    static var text: String { text(daysAgo: 0) }

    /// An earlier day in the same form.
    static func text(daysAgo days: Int) -> String {
        Date.now.addingTimeInterval(-86_400 * Double(days)).formatted(.iso8601.year().month().day())
    }
}

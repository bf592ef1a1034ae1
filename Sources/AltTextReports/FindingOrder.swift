// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit
internal import SystemPackage

extension SiteAudit {
    /// The findings, the most important first: by level, then by the number of places, then in their own order.
    var findingsByImportance: [Finding] {
        findings.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            if first.level != second.level { return first.level > second.level }
            if first.uses.count != second.uses.count { return first.uses.count > second.uses.count }
            return left.offset < right.offset
        }
        .map(\.element)
    }
}

extension Finding {
    /// What reports call the image; never blank.
    var name: String {
        let name = first.image?.name ?? first.src ?? ""
        guard name.allSatisfy(\.isWhitespace) else { return name }
        return first.findingClass == .area ? "(area)" : "(no source)"
    }
}

extension ImageUse {
    /// Page, line and column, as editors and compilers write them.
    var placeName: String { "\(page.string):\(line):\(column)" }
}

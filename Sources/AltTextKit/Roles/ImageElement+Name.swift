// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// What the tag itself says of the name and the role that assistive technology gets to know.
///
/// HTML-AAM: <https://www.w3.org/TR/html-aam-1.0/#img-element-accessible-name-computation>
extension ImageElement {
    /// Whether it is an `img` without `alt`.
    var lacksAlt: Bool { kind == .img && self["alt"] == nil }

    /// Whether the image is there for assistive technology: neither hidden nor in a template.
    var isPerceivable: Bool { !surroundings.isInTemplate && surroundings.hidingEvidence == nil }

    /// The attribute that names the element in place of an alt; `nil` where there is none.
    var otherName: String? { ariaName ?? (isBlank("title") ? nil : "title") }

    /// The attribute that names the element whatever its alt says; `nil` where there is none.
    var ariaName: String? {
        if let label = surroundings.labelText, !label.isBlank { return "aria-labelledby" }
        return isBlank("aria-label") ? nil : "aria-label"
    }

    /// Whether the attribute is missing or says nothing.
    func isBlank(_ attribute: String) -> Bool {
        self[attribute]?.isBlank ?? true
    }

    /// Whether its role says that it is decoration.
    var hasDecorationRole: Bool { ["none", "presentation"].contains(attributes.role) }

    /// What makes browsers expose an image that is marked as decoration; `nil` where nothing does.
    ///
    /// ARIA: <https://www.w3.org/TR/wai-aria-1.2/#conflict_resolution_presentation_none>
    var conflictWithDecoration: String? {
        if let ariaName { return ariaName }
        if let index = self["tabindex"], Int(index.filter { !$0.isWhitespace }) != nil { return "tabindex" }
        return attributes.first { Self.globalStates.contains($0.name) && !isBlank($0.name) }?.name
    }

    /// The global states and properties of ARIA, but for those that name or hide.
    private static let globalStates: Set<String> = [
        "aria-atomic", "aria-braillelabel", "aria-brailleroledescription", "aria-busy", "aria-controls", "aria-current",
        "aria-describedby", "aria-description", "aria-details", "aria-dropeffect", "aria-flowto", "aria-grabbed",
        "aria-keyshortcuts", "aria-live", "aria-owns", "aria-relevant", "aria-roledescription",
    ]
}

extension String {
    /// The beginning of a text from a page on one line, as much of it as fits into a sentence of a report.
    var excerpt: String {
        // A thousand images can share a text of many megabytes: no more of it must be read for each of them.
        let beginning = prefix(200)
        let line = String(beginning).whiteSpaceCollapsed
        return line.count <= 60 && beginning.endIndex == endIndex ? line : line.prefix(59) + "…"
    }
}

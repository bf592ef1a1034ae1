// SPDX-License-Identifier: Apache-2.0

/// What hides an element from everybody, or from assistive technology, as far as tags show it: style sheets and scripts
/// are out of sight.
///
/// What a reader brings up without a script is not hidden: closed `details`, `dialog` and `popover` elements, and
/// `hidden=until-found`. Nor is what stands off screen.
/// ACT: <https://www.w3.org/WAI/standards-guidelines/act/rules/23a2a8/proposed/#included-in-the-accessibility-tree>
struct HidingEvidence {
    /// What nothing inside of the element can undo.
    private var lasting: String?
    /// An invisibility that an element inside can undo.
    private var invisibility: String?

    /// The evidence, such as `aria-hidden="true" on <div>`; `nil` where there is none.
    var description: String? { lasting ?? invisibility }

    /// Takes in an element around the image, or the image itself, those outside before those inside.
    mutating func enter(_ attributes: [Attribute], of node: Node) {
        guard lasting == nil else { return }
        let style = attributes["style"].map { InlineStyle($0) }
        if let evidence = Self.lasting(attributes, style) ?? Self.asPicture(attributes, node) {
            lasting = "\(evidence) on <\(Self.name(of: node))>"
            return
        }
        switch style?["visibility"] {
        case "hidden", "collapse":
            invisibility = "style=\"visibility:\(style?["visibility"] ?? "")\" on <\(Self.name(of: node))>"
        case "visible", "initial": invisibility = nil
        default: break
        }
    }

    /// Whether an element hides its contents by itself, wherever it stands.
    static func isHidden(_ attributes: [Attribute]) -> Bool {
        let style = attributes["style"].map { InlineStyle($0) }
        return lasting(attributes, style) != nil || ["hidden", "collapse"].contains(style?["visibility"])
    }

    private static func lasting(_ attributes: [Attribute], _ style: InlineStyle?) -> String? {
        if attributes["aria-hidden"]?.lowercased() == "true" { return "aria-hidden=\"true\"" }
        if attributes["inert"] != nil { return "inert" }
        if style?["display"] == "none" { return "style=\"display:none\"" }
        if style?["content-visibility"] == "hidden" { return "style=\"content-visibility:hidden\"" }
        // The attribute is no more than a display:none in the browser's own style sheet.
        if let hidden = attributes["hidden"], hidden.lowercased() != "until-found", style?["display"] == nil {
            return "hidden"
        }
        return nil
    }

    /// An element that is one picture, with a name, to assistive technology: what it is put together from is not heard.
    ///
    /// ARIA: <https://www.w3.org/TR/wai-aria-1.2/#childrenArePresentational>
    private static func asPicture(_ attributes: [Attribute], _ node: Node) -> String? {
        guard !node.isHTML(.img), let role = attributes.role, role == "img" || role == "image" else { return nil }
        let isNamed = ["aria-label", "aria-labelledby"].contains { !(attributes[$0] ?? "").trimmingSpaces().isEmpty }
        return isNamed ? "a named role=\"\(role)\"" : nil
    }

    private static func name(of node: Node) -> String {
        node.name.known == .other ? "element" : String(decoding: node.name.known.spelling, as: UTF8.self)
    }
}

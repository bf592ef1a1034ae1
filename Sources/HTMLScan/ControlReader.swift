// SPDX-License-Identifier: Apache-2.0

/// Tells what the links and buttons around images are and say, each once.
struct ControlReader {
    private let document: Document
    private let tags: AttributeReader
    /// Whether `#part` leads to a part of this very page.
    private let hasOwnFragments: Bool
    private var controls: [NodeID: Surroundings.Control] = [:]

    init(document: Document, tags: AttributeReader, hasOwnFragments: Bool) {
        self.document = document
        self.tags = tags
        self.hasOwnFragments = hasOwnFragments
    }

    /// Whether an element is something that a reader can operate and that is named by its contents; `nil` where it is not.
    static func kind(of node: Node, _ attributes: [Attribute]) -> Surroundings.Control.Kind? {
        guard node.namespace == .html, node.kind == .element else { return nil }
        switch node.name.known {
        case .a where attributes["href"] != nil: return .link
        case .button, .summary: return .button
        default: return attributes.role.flatMap { roles[$0] }
        }
    }

    /// Whether an element may be a control for the value of its `role`, of which only what is ASCII is known.
    static func mayBeControl(role: [UInt8]) -> Bool {
        role.split { !ASCII.isLetter($0) }.contains {
            roles[String(decoding: $0.map(ASCII.lowercased), as: UTF8.self)] != nil
        }
    }

    /// The roles of what works like a link or a button, and has its name from its contents.
    ///
    /// ARIA: <https://www.w3.org/TR/wai-aria-1.2/#namefromcontent>
    private static let roles: [String: Surroundings.Control.Kind] = [
        "button": .button, "checkbox": .button, "link": .link, "menuitem": .button, "menuitemcheckbox": .button,
        "menuitemradio": .button, "option": .button, "radio": .button, "switch": .button, "tab": .button,
        "treeitem": .button,
    ]

    /// What an element that is a link or button says.
    mutating func control(
        _ id: NodeID, names: inout ElementNames, meter: inout WorkMeter
    ) throws(ScanError) -> Surroundings.Control {
        if let known = controls[id] { return known }
        let attributes = tags.attributes(of: id, in: document)
        let label = try names.labelText(attributes, meter: &meter)
        let ownName = [label, attributes["aria-label"], attributes["title"]].lazy
            .compactMap { $0?.trimmingSpaces() }.first { !$0.isEmpty }
        var control = Surroundings.Control(
            kind: Self.kind(of: document[id], attributes) ?? .link, href: attributes["href"],
            text: try names.content(of: id, meter: &meter), ownName: ownName)
        control.download = attributes["download"]
        if hasOwnFragments, let fragment = Self.fragment(of: control.href) {
            control.targetHeading = try names.heading(at: fragment, meter: &meter)
        }
        controls[id] = control
        return control
    }

    /// What stands behind `#` in a link that leads to a part of its own page.
    private static func fragment(of href: String?) -> String? {
        guard let href = href?.trimmingSpaces(), href.count > 1, href.hasPrefix("#") else { return nil }
        return String(href.dropFirst())
    }
}

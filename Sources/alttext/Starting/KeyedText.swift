// SPDX-License-Identifier: Apache-2.0

/// The configuration of another program, looked through line by line for the little that can be read with certainty.
struct KeyedText {
    /// How keys and values are written.
    enum Syntax {
        case toml, yaml, python
        /// JavaScript, TypeScript.
        case script
    }

    /// What is known of the value of a key.
    enum Value: Equatable {
        case absent
        case text(String)
        /// There is one, or more than one, and only the program itself knows what it comes to.
        case unclear
    }

    let text: String
    let syntax: Syntax

    /// The value of a key of the outermost level.
    func value(of key: String) -> Value {
        let values = lines.compactMap { line -> Value? in
            var line = line[...]
            let quote = line.first.flatMap { "\"'".contains($0) ? $0 : nil }
            if quote != nil { line.removeFirst() }
            guard line.prefix(key.count).lowercased() == key.lowercased() else { return nil }
            line = line.dropFirst(key.count)
            if let quote { guard line.popFirst() == quote else { return nil } }
            line = line.drop { $0 == " " || $0 == "\t" }
            guard line.popFirst() == (syntax == .toml || syntax == .python ? "=" : ":") else { return nil }
            return Self.literal(line.drop { $0 == " " || $0 == "\t" }).map { .text($0) } ?? .unclear
        }
        return values.count > 1 ? .unclear : values.first ?? .absent
    }

    /// The lines that can be of the outermost level, without white space in front.
    private var lines: [Substring] {
        let lines = text.split(whereSeparator: \.isNewline)
        switch syntax {
        case .toml: return lines.prefix { $0.first != "[" }.filter { $0.first?.isWhitespace == false }
        case .python: return lines.filter { $0.first?.isWhitespace == false }
        // JSON is YAML too, and indented; a YAML key of an inner level makes the value unclear at worst.
        case .yaml where text.drop(while: \.isWhitespace).first != "{":
            return lines.filter { $0.first?.isWhitespace == false }
        case .yaml: return lines.map { $0.drop(while: \.isWhitespace) }
        case .script:
            let indented = lines.filter { $0.first?.isWhitespace == true && $0.contains(":") }
            let depth = indented.map { $0.prefix(while: \.isWhitespace).count }.min()
            return indented.filter { $0.prefix(while: \.isWhitespace).count == depth }
                .map { $0.drop(while: \.isWhitespace) }
        }
    }

    /// The text that a value spells out; `nil` where it is more than a text.
    private static func literal(_ source: Substring) -> String? {
        if let quote = source.first, "\"'`".contains(quote) {
            let rest = source.dropFirst()
            guard let end = rest.firstIndex(of: quote) else { return nil }
            let value = rest[..<end]
            let tail = rest[rest.index(after: end)...].drop { " \t,;".contains($0) }
            let isComment = tail.isEmpty || tail.hasPrefix("#") || tail.hasPrefix("//")
            return isComment && !value.contains("\\") && !value.contains("$") ? String(value) : nil
        }
        let plain = source.prefix { !" \t#".contains($0) }
        // YAML alone has texts without quotes.
        let isPlain = plain.allSatisfy { $0.isLetter || $0.isNumber || ":/._-~".contains($0) }
        return isPlain && source.dropFirst(plain.count).drop { $0 == " " || $0 == "\t" }.first ?? "#" == "#"
            ? String(plain) : nil
    }
}

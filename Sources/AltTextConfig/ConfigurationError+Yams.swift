// SPDX-License-Identifier: Apache-2.0

internal import Yams

extension ConfigurationError {
    /// The error for what Yams threw while it read a text.
    init(_ error: any Error, path: String, text: String) {
        let (mark, reason): (ConfigurationMark?, String) =
            switch error as? YamlError {
            case .reader(let problem, let offset, _, _): (offset.map { text.mark(at: $0) }, "not YAML: \(problem)")
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                (ConfigurationMark(mark), "not YAML: \(Self.advice(on: problem) ?? problem)")
            case .duplicatedKeysInMapping(let keys, let context):
                (ConfigurationMark(context.mark), "the key '\(keys.first ?? "")' is there more than once")
            default: (nil, "\(error)")
            }
        self.init(path: path, mark: mark, reason: reason)
    }

    /// What to do about the mistakes that patterns lead to.
    private static func advice(on problem: String) -> String? {
        if problem.contains("unknown escape character") {
            return "an unknown escape in double quotes; put regular expressions in single quotes"
        }
        if problem.contains("alias") || problem.contains("alphabetic or numeric character") {
            return "'*' and '&' begin an alias here; put patterns in single quotes"
        }
        return nil
    }
}

extension ConfigurationMark {
    init(_ mark: Mark) {
        self.init(line: mark.line, column: mark.column)
    }
}

extension String {
    /// The place of the character at an offset.
    fileprivate func mark(at offset: Int) -> ConfigurationMark {
        let before = prefix(offset).split(separator: "\n", omittingEmptySubsequences: false)
        return ConfigurationMark(line: before.count, column: (before.last ?? "").unicodeScalars.count + 1)
    }
}

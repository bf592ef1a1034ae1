// SPDX-License-Identifier: Apache-2.0

extension Finding {
    /// What tells the finding from all others of the site: 32 hexadecimal digits.
    ///
    /// They stay the same when lines or pages are added, moved or taken away, and change with what makes the finding: the
    /// image's bytes (or its URL, or its path where there is no image), class, role and language; and the reason, where the
    /// image alone does not tell.
    public var fingerprint: String {
        let fields = [
            identity.image, identity.findingClass.rawValue, identity.role?.rawValue, identity.language, identity.reason,
        ]
        // No field holds a NUL, and one that is not there is told from one that is empty.
        return Digest.fingerprint(of: fields.map { $0.map { "=\($0)" } ?? "" }.joined(separator: "\0"))
    }
}

extension PageProblem {
    /// What tells the problem from all others of the site: 32 hexadecimal digits.
    public var fingerprint: String { Digest.fingerprint(of: description) }
}

extension Digest {
    fileprivate static func fingerprint(of text: String) -> String {
        String(hexadecimal(of: Array(text.utf8)).prefix(32))
    }
}

// SPDX-License-Identifier: Apache-2.0

/// The words of an error message, for answers that carry neither a code nor a telling status code.
struct FailureWords {
    private let text: String
    private let words: [Substring]

    init(_ message: String) {
        text = message.lowercased()
        words = text.split { !$0.isLetter && !$0.isNumber }
    }

    /// Whether the message has this phrase, given in lower case.
    func contains(_ phrase: String) -> Bool {
        text.contains(phrase)
    }

    /// What the message is about; `nil` if it gives no sign.
    var kind: ServiceFailure.Kind? {
        if containsAny(of: "rate limit", "too many requests", "queued requests") || wait != nil { return .rateLimited }
        if isAboutCredit { return .outOfCredit }
        if containsAny(of: "api key", "the key field", "unauthenticated", "unauthorized") { return .unauthorized }
        if containsAny(of: "server error", "temporarily unavailable") { return .unavailable }
        return nil
    }

    /// How long the message asks to wait, as in "try again in 30 minutes".
    var wait: Duration? {
        guard containsAny(of: "try again in", "wait", "retry") else { return nil }
        for (number, unit) in zip(words, words.dropFirst()) {
            guard let count = Int(number), 0...86_400 ~= count else { continue }
            if unit.hasPrefix("sec") { return .seconds(count) }
            if unit.hasPrefix("min") { return .seconds(count * 60) }
            if unit.hasPrefix("hour") { return .seconds(count * 3600) }
        }
        return nil
    }

    private var isAboutCredit: Bool {
        if containsAny(of: "recharge", "add credits", "monthly limit", "premium", "subscription") { return true }
        // "No credits were charged" is said of a failed job and must not end the run.
        if containsAny(of: "charged", "deducted", "refunded") { return false }
        let shortage: Set<Substring> = ["insufficient", "enough", "exhausted", "low", "no", "out"]
        let money: Set<Substring> = ["credit", "credits", "balance", "funds", "wallet"]
        return !shortage.isDisjoint(with: words) && !money.isDisjoint(with: words)
    }

    private func containsAny(of phrases: String...) -> Bool {
        phrases.contains { text.contains($0) }
    }
}

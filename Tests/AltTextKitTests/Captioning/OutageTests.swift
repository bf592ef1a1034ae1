// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import AltTextKit

@Suite("An outage of the caption service")
struct OutageTests {
    private static let trouble = CaptionRunner.Outcome.failed(.unavailable("x"))
    private static let limit = CaptionRunner.Outcome.failed(.rateLimited("x"))

    /// Whether an outage is noticed after these outcomes, that many seconds after the beginning.
    private static func isNoticed(_ outcomes: [CaptionRunner.Outcome], at seconds: Int) -> Bool {
        var outage = Outage()
        for outcome in outcomes { outage.note(outcome, at: .zero) }
        return outage.lasts(at: .seconds(seconds))
    }

    @Test(
        "is noticed when 20 images in a row got no usable answer, for five minutes",
        arguments: [(19, 1000, false), (20, 299, false), (20, 300, true), (1000, 299, false)])
    func trouble(images: Int, seconds: Int, isNoticed: Bool) {
        #expect(Self.isNoticed(Array(repeating: Self.trouble, count: images), at: seconds) == isNoticed)
        let late = CaptionRunner.Outcome.failed(.timedOut(jobID: "1", "x"))
        #expect(Self.isNoticed(Array(repeating: late, count: images), at: seconds) == isNoticed)
    }

    @Test("is noticed at once when the rate was too high for 20 in a row", arguments: [(19, false), (20, true)])
    func rateLimit(images: Int, isNoticed: Bool) {
        #expect(Self.isNoticed(Array(repeating: Self.limit, count: images), at: 0) == isNoticed)
        #expect(!Self.isNoticed(Array(repeating: Self.limit, count: images) + [Self.trouble], at: 0))
    }

    @Test(
        "is over with any usable answer, a refusal of the image among them",
        arguments: [CaptionRunner.Outcome.captioned, .failed(.rejected("x")), .failed(.failed("x"))])
    func end(answer: CaptionRunner.Outcome) {
        let many = Array(repeating: Self.trouble, count: 19)
        #expect(!Self.isNoticed(many + [answer] + many, at: 1000))
        #expect(Self.isNoticed(many + [answer] + many + [Self.trouble], at: 1000))
    }

    @Test("is neither begun nor ended by an image that could not be read")
    func unreadable() {
        let many = Array(repeating: Self.trouble, count: 19)
        #expect(!Self.isNoticed(many + [.broken("x")], at: 1000))
        #expect(Self.isNoticed(many + [.broken("x"), Self.trouble], at: 1000))
    }
}

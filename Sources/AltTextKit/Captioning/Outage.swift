// SPDX-License-Identifier: Apache-2.0

/// Notices that the caption service is of no use to any image, so that a run need not find that out for each.
///
/// Images can be the reason themselves, as where the service cannot load what lies on one host; so many have to fail one
/// after another, and for some time. A limited rate holds for the account, and needs no time.
struct Outage {
    /// How many images in a row have to get no usable answer.
    static let images = 20
    /// How long there has to have been none.
    static let time = Duration.seconds(300)

    /// How many images in a row got no usable answer.
    private(set) var failures = 0
    private var isOnlyRateLimited = true
    private var lastAnswer = Duration.zero

    /// Notes what became of an image, so long after the beginning of the run.
    mutating func note(_ outcome: CaptionRunner.Outcome, at time: Duration) {
        switch outcome {
        case .failed(.rateLimited):
            failures += 1
        case .failed(.unavailable), .failed(.timedOut):
            failures += 1
            isOnlyRateLimited = false
        case .captioned, .failed:
            self = Outage()
            lastAnswer = time
        case .broken, .notAsked:
            break
        }
    }

    /// Whether it is time to give up.
    func lasts(at time: Duration) -> Bool {
        failures >= Self.images && (isOnlyRateLimited || time - lastAnswer >= Self.time)
    }

    /// Why an image is not asked for any more.
    /// - Parameter name: What messages call the image.
    func error(for name: String) -> CaptionError {
        .unavailable(
            "\(name): not asked for, since the caption service was of no use to the \(failures) images before. "
                + "Run again later.")
    }
}

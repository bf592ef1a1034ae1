// SPDX-License-Identifier: Apache-2.0

/// The captions of the stand-in: the same for the same image and length, different for different images.
enum StandInCaption {
    private static let subjects = [
        "A brown dog", "A red bicycle", "An old lighthouse", "A bowl of plums", "A grey heron",
    ]
    private static let states = ["stands", "waits", "shines", "rests", "leans"]
    private static let places = [
        "beside a window", "on a striped rug", "under a bridge", "in a meadow", "near the sea",
    ]

    /// The caption for an image, by the path of its URL; scheme, host and port do not count.
    static func text(image: String, length: String) -> String {
        let path = image.firstRange(of: "://").flatMap { image[$0.upperBound...].firstIndex(of: "/") }.map {
            image[$0...]
        }
        let number = fingerprint(String(path ?? image[...]))
        let tag = String(number % 0x100_0000, radix: 16)
        let subject = pick(subjects, number)
        let sentence = "\(subject) \(pick(states, number >> 8)) \(pick(places, number >> 16)), picture \(tag)"
        return switch length {
        case "short": "\(subject), picture \(tag)"
        case "long": "\(sentence). The light is soft. Nobody else is in sight."
        default: "\(sentence)."
        }
    }

    private static func pick(_ words: [String], _ number: UInt64) -> String {
        words[Int(number % UInt64(words.count))]
    }
}

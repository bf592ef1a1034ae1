// SPDX-License-Identifier: Apache-2.0

/// Which variant an image meets.
public struct StandInPlan: Sendable {
    private let choose: @Sendable (String) -> StandInVariant

    /// A plan of one's own; the closure gets `init_image` as the service gets it.
    public init(_ choose: @escaping @Sendable (String) -> StandInVariant) {
        self.choose = choose
    }

    /// What the image's URL names behind `variant-`, the baseline otherwise.
    public static let marked = StandInPlan { StandInVariant(markedIn: $0) ?? .outputArray }

    /// The same for every image.
    public static func always(_ variant: StandInVariant) -> StandInPlan {
        StandInPlan { _ in variant }
    }

    /// The variant whose key occurs in the image's URL, the baseline if none does.
    public static func table(_ variants: [String: StandInVariant]) -> StandInPlan {
        StandInPlan { image in variants.first { image.contains($0.key) }?.value ?? .outputArray }
    }

    /// One of `variants` for each image, the same in every run with this seed.
    public static func mixed(_ variants: [StandInVariant], seed: UInt64) -> StandInPlan {
        StandInPlan { image in
            variants.isEmpty ? .outputArray : variants[Int(fingerprint("\(seed) \(image)") % UInt64(variants.count))]
        }
    }

    func variant(for image: String) -> StandInVariant {
        choose(image)
    }
}

/// A number that stays the same for the same text in every process (FNV-1a, 64 bits).
func fingerprint(_ text: String) -> UInt64 {
    fingerprint(Array(text.utf8))
}

/// A number that stays the same for the same bytes in every process (FNV-1a, 64 bits).
func fingerprint(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
}

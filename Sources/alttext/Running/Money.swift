// SPDX-License-Identifier: Apache-2.0

internal import ModelsLab

/// What captions cost, in words.
enum Money {
    /// The price of some captions, such as `$0.47`; fractions of a cent are shown below one dollar.
    static func text(forCaptions count: Int) -> String {
        let tenThousandths = Int((Double(count) * ModelsLabCaptioner.pricePerCaption * 10_000).rounded())
        let fraction = String(tenThousandths % 10_000 + 10_000).dropFirst()
        return "$\(tenThousandths / 10_000).\(tenThousandths < 10_000 ? fraction : fraction.prefix(2))"
    }
}

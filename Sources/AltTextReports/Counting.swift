// SPDX-License-Identifier: Apache-2.0

extension Int {
    /// The number with a noun that agrees with it: "1 page", "2 pages".
    public func counting(_ noun: String) -> String {
        "\(self) \(noun)\(self == 1 ? "" : "s")"
    }
}

// SPDX-License-Identifier: Apache-2.0

public import AltTextKit
// Public, because the conformances of public types are.
public import ArgumentParser

extension CaptionLengths: ExpressibleByArgument {
    /// The lengths of a list such as `normal,long`.
    public init?(argument: String) {
        self.init(list: argument)
    }

    /// What the items of the list can be.
    public static var allValueStrings: [String] { CaptionLength.allCases.map(\.rawValue) }
}

// SPDX-License-Identifier: Apache-2.0

/// What reports say of the program that made them.
public enum Product {
    /// The version of this package.
    public static let version = "0.1.0"
}

// SPDX-License-Identifier: Apache-2.0

public import AltTextKit
public import SystemPackage

/// What a report is to be like.
public struct ReportSettings: Sendable {
    /// Whether text for people may hold escape sequences for colour.
    public var isColored = false
    /// Whether text for people lists all places.
    public var isVerbose = false
    /// The level from which on a finding is a failed test in formats that tell of tests; `nil` where none is.
    public var failureLevel: Level? = .error
    /// The folder that the formats for services that host repositories give paths relative to, where the site is inside of
    /// it.
    public var workingFolder: FilePath = "."

    /// The settings for a report to a file.
    public init() {}
}

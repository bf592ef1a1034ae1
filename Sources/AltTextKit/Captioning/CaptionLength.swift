// SPDX-License-Identifier: Apache-2.0

/// How much a caption says.
public enum CaptionLength: String, CaseIterable, Codable, Hashable, Sendable {
    case short
    case normal
    case long
}

// SPDX-License-Identifier: Apache-2.0

extension Unicode.Scalar {
    /// How many columns of a terminal the scalar takes: 0, 1 or 2.
    ///
    /// Unicode's data on widths is not in the standard library. Taken for wide are the blocks in which nearly all wide scalars
    /// are; for the few others a caret stands a little beside its place.
    /// Unicode: <https://www.unicode.org/reports/tr11/>
    var terminalWidth: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

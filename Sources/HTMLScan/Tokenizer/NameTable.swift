// SPDX-License-Identifier: Apache-2.0

/// Turns the bytes of tag names into `ElementName`s, ASCII case folded, the same name always into the same value.
struct NameTable {
    /// Up to 16 bytes of a name in ASCII lower case, first byte lowest.
    private struct PackedName: Hashable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        init(_ bytes: some Sequence<UInt8>) {
            var shift: UInt64 = 0
            for byte in bytes {
                // A NUL, which stands for U+FFFD, would be the same as no byte.
                let value = byte == 0 ? 0xFF : UInt64(ASCII.lowercased(byte))
                if shift < 64 { low |= value << shift } else { high |= value << (shift - 64) }
                shift += 8
            }
        }

        /// A slot of the table of known names; the factor spreads the names so that few share a slot.
        var slot: Int {
            Int(truncatingIfNeeded: ((low ^ (high &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 55)
        }
    }

    /// Open addressing with linear probing: 512 slots for some 140 names, so that a miss ends after one or two looks.
    private static let knownNames: [(packed: PackedName, name: TagName)] = {
        var slots = [(packed: PackedName, name: TagName)](repeating: (PackedName([]), .other), count: 512)
        for name in TagName.allCases where name != .other {
            let packed = PackedName(name.spelling)
            var slot = packed.slot
            while slots[slot].name != .other { slot = (slot + 1) & 511 }
            slots[slot] = (packed, name)
        }
        return slots
    }()

    private let knownNames = Self.knownNames
    private var otherNames: [PackedName: Int32] = [:]
    private var otherLongNames: [[UInt8]: Int32] = [:]

    /// The name that these bytes of a page spell.
    mutating func name(of bytes: ArraySlice<UInt8>) -> ElementName {
        guard bytes.count <= 16 else {
            let spelling = bytes.map(ASCII.lowercased)
            let number = otherLongNames[spelling, default: nextNumber]
            otherLongNames[spelling] = number
            return ElementName(otherNumber: number)
        }
        let packed = PackedName(bytes)
        var slot = packed.slot
        while knownNames[slot].name != .other {
            if knownNames[slot].packed == packed { return ElementName(knownNames[slot].name) }
            slot = (slot + 1) & 511
        }
        let number = otherNames[packed, default: nextNumber]
        otherNames[packed] = number
        return ElementName(otherNumber: number)
    }

    private var nextNumber: Int32 { Int32(otherNames.count + otherLongNames.count + 1) }
}

// SPDX-License-Identifier: Apache-2.0

internal import HTMLScan

/// The states between the scheme and the path: credentials, host and port.
extension WebURLParser {
    mutating func specialAuthorityIgnoreSlashes() throws(Failure) {
        while current == ASCII.slash || current == ASCII.backslash {
            position += 1
        }
        try authority()
    }

    mutating func authority() throws(Failure) {
        let end = endOfComponent
        var hostStart = position
        if let atSign = input[position..<end].lastIndex(of: ASCII.atSign) {
            credentials(input[position..<atSign])
            hostStart = atSign + 1
            guard hostStart < end else { throw Failure() }
        }
        try hostAndPort(input[hostStart..<end])
        position = end
        pathStart()
    }

    /// An `@` inside of the credentials is encoded like any other byte of them: only the last one ends them.
    private mutating func credentials(_ bytes: ArraySlice<UInt8>) {
        let colon = bytes.firstIndex(of: ASCII.colon) ?? bytes.endIndex
        url.username = PercentEncoding.encode(bytes[..<colon], .userinfo)
        url.password = PercentEncoding.encode(bytes[colon...].dropFirst(), .userinfo)
    }

    private mutating func hostAndPort(_ bytes: ArraySlice<UInt8>) throws(Failure) {
        let colon = indexOfPortColon(in: bytes)
        let hostBytes = bytes[..<(colon ?? bytes.endIndex)]
        if hostBytes.isEmpty, colon != nil || url.isSpecial {
            throw Failure()
        }
        guard let host = WebHost(parsing: hostBytes, isOpaque: !url.isSpecial) else { throw Failure() }
        url.host = host
        if let colon {
            try port(bytes[(colon + 1)...])
        }
    }

    /// The first colon that is not between the brackets of an IPv6 address.
    private func indexOfPortColon(in bytes: ArraySlice<UInt8>) -> Int? {
        var isInsideBrackets = false
        for index in bytes.indices {
            switch bytes[index] {
            case ASCII.openingBracket: isInsideBrackets = true
            case ASCII.closingBracket: isInsideBrackets = false
            case ASCII.colon where !isInsideBrackets: return index
            default: break
            }
        }
        return nil
    }

    private mutating func port(_ digits: ArraySlice<UInt8>) throws(Failure) {
        guard !digits.isEmpty else { return }
        var port = 0
        for byte in digits {
            guard ASCII.isDigit(byte) else { throw Failure() }
            port = port * 10 + Int(byte - UInt8(ascii: "0"))
            guard port <= UInt16.max else { throw Failure() }
        }
        let isDefault = WebURL.defaultPort(ofScheme: url.scheme) == UInt16(port)
        url.port = isDefault ? nil : UInt16(port)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// The bytes that libFuzzer passes in; it owns them, and only for the time of the call.
public func fuzzInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
}

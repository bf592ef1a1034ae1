// SPDX-License-Identifier: Apache-2.0

import FuzzSupport

// How answers are read is no one else's business.
@testable import ModelsLab

/// Takes the input for an answer of the service, in each of the ways in which one is read: what comes of it is text that says
/// something, or an address, and the same each time.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzAnswer(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe fuzzInput(start, count)
    // The first byte chooses what HTTP says of the rest.
    let status = [200, 202, 400, 401, 429, 500][Int(bytes.first ?? 0) % 6]
    let reply = Reply(status: status, contentType: "application/json", body: Array(bytes.dropFirst()))
    for fields in [Answer.captionFields, Answer.uploadFields] {
        check(Answer(reply, fields: fields))
        check(Answer(reply, fields: fields, expecting: "84512037"))
        require(Answer(reply, fields: fields) == Answer(reply, fields: fields), "another answer at the second look")
    }
    check(Answer(file: reply))
    return 0
}

private func check(_ answer: Answer) {
    switch answer {
    case .text(let text):
        require(!text.isEmpty && text.first?.isWhitespace == false && text.last?.isWhitespace == false, "not trimmed")
    case .file(let url):
        require(url.lowercased().hasPrefix("http"), "no web URL")
    case .pending(_, _, let eta):
        require(eta.map { $0 >= .zero && $0 <= .seconds(86_400) } ?? true, "no time to wait")
    case .blank, .failure:
        break
    }
}

// SPDX-License-Identifier: Apache-2.0

import FuzzSupport
import HTMLScan

/// Takes the input for a page: every image has to be a tag of the file, and none may escape the quick look of an audit.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzScan(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let file = unsafe fuzzInput(start, count)
    do throws(ScanError) {
        let page = try ImageScanner().scan(file)
        guard !page.images.isEmpty else { return 0 }
        for image in page.images { checkTag(of: image, in: file, encoding: page.encoding) }
        require(Set(page.images.map(\.tag)).count == page.images.count, "a tag is two images")
        let part = try ImageScanner().scan(file) { element, _ in interest(in: element) }
        require(part.encoding == page.encoding, "\(page.encoding) became \(part.encoding) at the second scan")
        require(words(part.images) == words(page.images), "other images at the second scan")
    } catch {
        // Every other refusal is for what is wrong with the page.
        if case .parserDisagrees = error { fatalError("\(error)") }
    }
    return 0
}

private func checkTag(of image: ImageElement, in file: [UInt8], encoding: PageEncoding) {
    require(image.tag.lowerBound >= 0 && image.tag.upperBound <= file.count, "the tag is out of bounds")
    require(image.tag.contains(image.insertionOffset), "the insertion is outside of the tag")
    let tag = encoding.decode(file[image.tag]).unicodeScalars
    require(tag.first == "<" && tag.last == ">", "\(image.tag) is no tag")
    let name = encoding.decode(file[image.tag.lowerBound..<image.insertionOffset]).lowercased()
    require(["<img", "<image", "<input", "<area"].contains(name), "\(name) is no image")
    require(Set(image.attributes.map(\.name)).count == image.attributes.count, "an attribute twice")
    require(image.position.line >= 1 && image.position.column >= 1, "\(image.position) is no place")
}

/// Any choice will do, as long as all kinds of interest are among it.
private func interest(in element: ImageElement) -> ImageScanner.Interest {
    guard let alt = element.attributes.first(where: { $0.name == "alt" }) else { return .surroundings }
    return alt.value.isEmpty ? .none : .element
}

/// What is asked to be known of those of interest.
private func words(_ images: [ImageElement]) -> [String] {
    images.filter { interest(in: $0) != .none }.map { image in
        var image = image
        if interest(in: image) == .element { image.surroundings.adjacentTexts = [] }
        return String(reflecting: image)
    }
}

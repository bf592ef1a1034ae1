// SPDX-License-Identifier: Apache-2.0

/// The items that the `meta` box of an AVIF or HEIC file lists.
///
/// ISO/IEC 14496-12, 8.11, and ISO/IEC 23008-12.
struct ISOMediaItems {
    private let content: ByteView
    /// The boxes in the `meta` box; empty where there is none.
    private let meta: ByteView

    init(_ content: ByteView) {
        self.content = content
        // Four bytes of version and flags come first.
        meta = ISOMediaBoxes.first("meta", in: content)?.view(from: 4) ?? content.view(from: content.count)
    }

    /// The largest size among the image properties: thumbnails and tiles are smaller than the image they belong to.
    var size: (width: Int, height: Int)? {
        guard let properties = ISOMediaBoxes.first("iprp", in: meta),
            let container = ISOMediaBoxes.first("ipco", in: properties)
        else { return nil }
        let sizes = ISOMediaBoxes(container).compactMap { box -> (width: Int, height: Int)? in
            guard box.type == "ispe", let width = box.payload.integer(at: 4, width: 4),
                let height = box.payload.integer(at: 8, width: 4)
            else { return nil }
            return (width, height)
        }
        // Four bytes each: the product fits.
        return sizes.max { UInt64($0.width) * UInt64($0.height) < UInt64($1.width) * UInt64($1.height) }
    }

    /// The XMP packet of the image: an item of type `mime` whose content type is `application/rdf+xml`.
    ///
    /// Thumbnails, depth maps and gain maps can have packets of their own: one that is said to describe something
    /// describes the primary item.
    var packet: [UInt8]? {
        let packets = packetItems
        let descriptions = descriptions
        let primary = ISOMediaBoxes.first("pitm", in: meta).flatMap {
            $0.integer(at: 4, width: $0.byte(at: 0) == 0 ? 2 : 4)
        }
        let own = Set(descriptions.filter { $0.target == primary }.map(\.item))
        let bound = Set(descriptions.map(\.item))
        return (packets.first(where: own.contains) ?? packets.first { !bound.contains($0) }).flatMap(bytes(ofItem:))
    }

    /// The numbers of the items that are XMP packets.
    private var packetItems: [Int] {
        guard let information = ISOMediaBoxes.first("iinf", in: meta) else { return [] }
        let entries = information.view(from: information.byte(at: 0) == 0 ? 6 : 8)
        return ISOMediaBoxes(entries).compactMap { entry in
            let width = entry.payload.byte(at: 0) == 2 ? 2 : 4
            // Behind the number: two bytes of protection, the type, the name, the content type.
            guard entry.type == "infe", entry.payload.hasASCII("mime", at: 6 + width),
                let name = entry.payload.offset(of: 0, from: 10 + width),
                entry.payload.hasASCII("application/rdf+xml", at: name + 1)
            else { return nil }
            return entry.payload.integer(at: 4, width: width)
        }
    }

    /// What describes what, by the item reference box.
    private var descriptions: [(item: Int, target: Int)] {
        guard let references = ISOMediaBoxes.first("iref", in: meta) else { return [] }
        let width = references.byte(at: 0) == 0 ? 2 : 4
        return ISOMediaBoxes(references.view(from: 4)).filter { $0.type == "cdsc" }.flatMap { _, box in
            let numbers = stride(from: width + 2, to: box.count, by: width).compactMap {
                box.integer(at: $0, width: width)
            }
            guard let item = box.integer(at: 0, width: width) else { return [(item: Int, target: Int)]() }
            return numbers.map { (item, $0) }
        }
    }

    /// The bytes of an item by the item location box.
    private func bytes(ofItem number: Int) -> [UInt8]? {
        guard let box = ISOMediaBoxes.first("iloc", in: meta), let version = box.byte(at: 0), version <= 2,
            let sizes = box.byte(at: 4), let moreSizes = box.byte(at: 5),
            let count = box.integer(at: 6, width: version < 2 ? 2 : 4)
        else { return nil }
        let offsetWidth = Int(sizes >> 4)
        let lengthWidth = Int(sizes & 15)
        let baseWidth = Int(moreSizes >> 4)
        let indexWidth = version == 0 ? 0 : Int(moreSizes & 15)
        let numberWidth = version < 2 ? 2 : 4
        let methodWidth = version == 0 ? 0 : 2
        var position = 6 + numberWidth
        for _ in 0..<count {
            guard let item = box.integer(at: position, width: numberWidth),
                let method = box.integer(at: position + numberWidth, width: methodWidth),
                let base = box.integer(at: position + numberWidth + methodWidth + 2, width: baseWidth),
                let extents = box.integer(at: position + numberWidth + methodWidth + 2 + baseWidth, width: 2)
            else { return nil }
            position += numberWidth + methodWidth + 4 + baseWidth
            let extentWidth = indexWidth + offsetWidth + lengthWidth
            guard item == number else {
                position += extents * extentWidth
                continue
            }
            // Method 0 counts from the file's beginning, 1 from that of the `idat` box; 2 is for derived items.
            guard let source = method == 0 ? content : method == 1 ? ISOMediaBoxes.first("idat", in: meta) : nil else {
                return nil
            }
            var bytes: [UInt8] = []
            for extent in 0..<extents {
                let fields = position + extent * extentWidth + indexWidth
                guard let offset = box.integer(at: fields, width: offsetWidth),
                    let length = box.integer(at: fields + offsetWidth, width: lengthWidth),
                    case let (start, overflow) = base.addingReportingOverflow(offset), !overflow,
                    let view = source.view(at: start, count: length),
                    // Extents may overlap, so the file's size is no bound for their sum.
                    bytes.count + length <= XMPPacket.maximumLength
                else { return nil }
                bytes += view.array
            }
            return bytes
        }
        return nil
    }
}

// SPDX-License-Identifier: Apache-2.0

public import HTMLScan

/// Finds the sources from which an image element can be had.
public struct ImageCandidates: Sendable {
    /// The attributes that lazy-loading scripts read a source from, the first one that is there first.
    public static let defaultSourceAttributes = ["data-src", "data-lazy-src", "data-original"]
    /// The attributes that lazy-loading scripts read a `srcset` from.
    public static let defaultSourceSetAttributes = ["data-srcset", "data-lazy-srcset"]

    private let sourceAttributes: [String]
    private let sourceSetAttributes: [String]

    /// Knows the usual lazy-load attributes, and before those the ones given.
    ///
    /// A given name that ends in `srcset` holds a `srcset`. ASCII case does not matter.
    public init(additionalAttributes: [String] = []) {
        let names = additionalAttributes.map { $0.lowercased() }
        sourceAttributes = names.filter { !$0.hasSuffix("srcset") } + Self.defaultSourceAttributes
        sourceSetAttributes = names.filter { $0.hasSuffix("srcset") } + Self.defaultSourceSetAttributes
    }

    /// The sources to try for an element, best first, none twice; empty where it names none.
    ///
    /// 1. The image itself, which is what reports show: `src`; where that is missing or a placeholder, the first
    ///    lazy-load attribute that is neither.
    /// 2. What else the element offers, JPEG and PNG first and known other formats last, since the caption service
    ///    takes no others, and apart from that in this order: lazy-load attributes, `srcset`, lazy-load `srcset`s, and
    ///    the `source` elements of its `picture`. Where 1 gives nothing, the first of these is the image.
    /// 3. Only where nothing else is left: a `src` that looks like a placeholder, for it may be the picture after all.
    ///
    /// Placeholders among 2 are left out. Each source is trimmed of white space.
    public func sources(of element: ImageElement) -> [String] {
        let source = Self.trimmed(element["src"])
        let lazySources = sourceAttributes.compactMap { Self.trimmed(element[$0]) }.filter(Self.isReal)
        let others = Self.inOrderOfFormat(lazySources.map { Offer(source: $0, type: nil) } + offers(of: element))

        var sources: [String] = []
        if let source, Self.isReal(source) {
            sources.append(source)
        } else if let lazySource = lazySources.first {
            sources.append(lazySource)
        }
        sources += others.map(\.source)
        if sources.isEmpty, let source {
            sources.append(source)
        }
        var seen: Set<String> = []
        return sources.filter { seen.insert($0).inserted }
    }

    /// A source with the `type` that its `source` element claims.
    private struct Offer {
        let source: String
        let type: String?
    }

    /// What the `srcset`s of the element and of its `picture` offer, in source order.
    private func offers(of element: ImageElement) -> [Offer] {
        let own = (["srcset"] + sourceSetAttributes).compactMap { element[$0] }.map { (srcset: $0, type: String?.none) }
        let picture = element.surroundings.pictureSources.map { (srcset: $0.srcset, type: $0.type) }
        return (own + picture).flatMap { srcset, type in
            SourceSet(srcset).candidates.map(\.url).filter(Self.isReal).map { Offer(source: $0, type: type) }
        }
    }

    private static func inOrderOfFormat(_ offers: [Offer]) -> [Offer] {
        let formats = offers.map { SourceFormat(type: $0.type, source: $0.source) }
        return SourceFormat.allCases.flatMap { format in
            zip(offers, formats).filter { $0.1 == format }.map(\.0)
        }
    }

    private static func isReal(_ source: String) -> Bool {
        !PlaceholderSource.isPlaceholder(source)
    }

    /// The value without white space around it; `nil` where nothing is left.
    private static func trimmed(_ value: String?) -> String? {
        guard let value else { return nil }
        let bytes = ASCII.trimmingSpace(Array(value.utf8))
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}

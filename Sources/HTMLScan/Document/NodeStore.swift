// SPDX-License-Identifier: Apache-2.0

/// The nodes of a document, in pieces that stay where they are: one array would be copied whenever it grows, and take
/// twice the memory for as long.
struct NodeStore {
    private static let bitsOfOffset: Int32 = 12
    private static let pieceLength = 1 << Int(bitsOfOffset)

    /// All but the last have `pieceLength` nodes.
    private var pieces: [[Node]] = []
    private(set) var count = 0

    subscript(id: NodeID) -> Node {
        get { pieces[Int(id.index >> Self.bitsOfOffset)][Int(id.index) & (Self.pieceLength - 1)] }
        _modify { yield &pieces[Int(id.index >> Self.bitsOfOffset)][Int(id.index) & (Self.pieceLength - 1)] }
    }

    mutating func append(_ node: Node) -> NodeID {
        if count.isMultiple(of: Self.pieceLength) {
            pieces.append([])
            pieces[pieces.count - 1].reserveCapacity(Self.pieceLength)
        }
        pieces[pieces.count - 1].append(node)
        count += 1
        return NodeID(count - 1)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Builds the tree that a browser builds of a page, scripting off.
///
/// The rules are those of the HTML standard, mode by mode, in the extensions of this type. What they share is here: the state,
/// the dispatch of tokens, and the insertion of nodes. Comments are left out, since no rule of ours asks for one.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#tree-construction>
struct TreeBuilder {
    /// A token in the form in which the insertion modes ask for it.
    enum Input {
        case doctype(Range<Int>)
        case start(TagToken)
        case end(TagToken)
        /// White space, which many modes treat unlike other text.
        case space(Text)
        case characters(Text)
        case endOfFile
    }

    /// A run of text of the page.
    struct Text {
        let range: Range<Int>
        let kind: Node.Kind
    }

    /// What a mode made of a token.
    enum Outcome {
        case done
        /// The token is processed again, by the rules that hold now.
        case reprocess
    }

    let page: [UInt8]
    var tokenizer: Tokenizer
    var document = Document()
    var mode = InsertionMode.initial
    /// The mode to return to from `text` and `inTableText`.
    var originalMode = InsertionMode.initial
    var templateModes: [InsertionMode] = []
    var openElements = OpenElements()
    var formatting = FormattingList()
    var head: NodeID?
    var form: OpenElements.Entry?
    var isFramesetAllowed = true
    var isFosterParenting = false
    var isInQuirksMode = false
    var pendingTableText: [Text] = []
    /// The encoding in which the page is read for as long as a `meta` can change it; `nil` once none can.
    var tentativeEncoding: PageEncoding?
    /// Whether elements that were asked about say nothing about the images in them; see `isSettled`.
    var plainContainers: [NodeID: Bool] = [:]

    /// Builds the tree of a page.
    ///
    /// - Parameters:
    ///   - page: The bytes of the page, in an encoding of which ASCII is a part.
    ///   - projection: The same page in ASCII, byte for byte.
    ///   - start: Where the markup begins: behind the byte order mark.
    ///   - tentativeEncoding: The encoding in which the page is read, where a `meta` can still change it.
    ///   - end: The offset behind the last tag that is asked for. The tree ends where nothing further can change what is
    ///     around the elements before that.
    ///   - nodeAllowance: How many nodes any page may have in addition to one for each of its bytes.
    /// - Returns: The tree, which ends early where it has a `newEncoding`.
    /// - Throws: `ScanError.tooManyElements` or `.tooMisnested` where misnested formatting multiplies elements, or the
    ///   moves that it takes, beyond proportion to the size of the page.
    static func document(
        of page: [UInt8],
        projection: [UInt8],
        from start: Int,
        tentativeEncoding: PageEncoding? = nil,
        settledFrom end: Int = .max,
        nodeAllowance: Int = 4_000_000
    ) throws(ScanError) -> Document {
        var builder = TreeBuilder(page: page, tokenizer: Tokenizer(projection: projection, from: start))
        builder.tentativeEncoding = tentativeEncoding
        try builder.run(settledFrom: end, nodeAllowance: nodeAllowance)
        return builder.document
    }

    private init(page: [UInt8], tokenizer: Tokenizer) {
        self.page = page
        self.tokenizer = tokenizer
    }

    private mutating func run(settledFrom end: Int, nodeAllowance: Int) throws(ScanError) {
        // Every tag makes a node or a few, in a few steps; only misnested formatting makes more, up to the square of the page.
        let nodeLimit = min(page.count + nodeAllowance, Int(Int32.max))
        let stepLimit = 16 * page.count + 100_000_000
        while document.nodeCount < nodeLimit {
            guard openElements.moveCount + formatting.stepCount < stepLimit else {
                throw .tooMisnested(offset: tokenizer.position)
            }
            tokenizer.allowsCDATA = (openElements.current?.namespace ?? .html) != .html
            switch tokenizer.next() {
            case .doctype(let range): process(.doctype(range))
            case .startTag(let tag): process(.start(tag))
            case .endTag(let tag): process(.end(tag))
            case .text(let range): process(text: range, kind: .text)
            case .cdata(let range): process(text: range, kind: .rawText)
            case .endOfFile:
                process(.endOfFile)
                return
            }
            if document.newEncoding != nil { return }
            if tokenizer.position >= end, isSettled { return }
        }
        throw .tooManyElements(limit: nodeLimit)
    }

    // MARK: Dispatch

    private mutating func process(text range: Range<Int>, kind: Node.Kind) {
        if case .text = mode {
            insert(Text(range: range, kind: kind))
            return
        }
        let space = TextRun.leadingSpace(of: range, in: page, resolvingReferences: kind == .text)
        if !space.isEmpty { process(.space(Text(range: space, kind: kind))) }
        let rest = space.upperBound..<range.upperBound
        if !rest.isEmpty { process(.characters(Text(range: rest, kind: kind))) }
    }

    private mutating func process(_ input: Input) {
        while true {
            let outcome = usesForeignRules(for: input) ? processInForeignContent(input) : process(input, by: mode)
            if outcome == .done { return }
        }
    }

    /// Processes a token by the rules of a mode, which need not be the current one.
    mutating func process(_ input: Input, by mode: InsertionMode) -> Outcome {
        switch mode {
        case .initial: initial(input)
        case .beforeHTML: beforeHTML(input)
        case .beforeHead: beforeHead(input)
        case .inHead: inHead(input)
        case .inHeadNoscript: inHeadNoscript(input)
        case .afterHead: afterHead(input)
        case .inBody: inBody(input)
        case .text: text(input)
        case .inTemplate: inTemplate(input)
        case .inTable: inTable(input)
        case .inTableText: inTableText(input)
        case .inCaption: inCaption(input)
        case .inColumnGroup: inColumnGroup(input)
        case .inTableBody: inTableBody(input)
        case .inRow: inRow(input)
        case .inCell: inCell(input)
        case .inFrameset: inFrameset(input)
        case .afterFrameset, .afterAfterFrameset: afterFrameset(input)
        case .afterBody, .afterAfterBody: afterBody(input)
        }
    }

    // MARK: Inserting

    /// Where a node goes.
    private enum Place {
        case lastChild(of: NodeID)
        case before(NodeID)
    }

    /// The appropriate place for inserting a node.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#appropriate-place-for-inserting-a-node>
    private func place(under override: OpenElements.Entry? = nil) -> Place? {
        guard let target = override ?? openElements.current else { return nil }
        guard isFosterParenting, target.isHTML(in: Self.fosteringElements) else { return .lastChild(of: target.node) }
        let table = openElements.lastIndex(of: .table)
        let template = openElements.lastIndex(of: .template)
        if template > table { return .lastChild(of: openElements.entries[template].node) }
        guard table > 0 else { return openElements.entries.first.map { .lastChild(of: $0.node) } }
        let node = openElements.entries[table].node
        if document[node].parent != nil { return .before(node) }
        return .lastChild(of: openElements.entries[table - 1].node)
    }

    private static let fosteringElements: TagSet = [.table, .tbody, .tfoot, .thead, .tr]

    /// Puts a node that stands nowhere in the tree at the appropriate place.
    mutating func insert(_ node: NodeID, under override: OpenElements.Entry? = nil) {
        switch place(under: override) {
        case .lastChild(let parent): document.append(node, to: parent)
        case .before(let sibling): document.insert(node, before: sibling)
        case nil: document.setRoot(node)
        }
    }

    mutating func insert(_ text: Text) {
        insert(
            document.add(
                Node(
                    kind: text.kind,
                    name: ElementName(.other),
                    namespace: .html,
                    range: text.range,
                    nameEnd: text.range.lowerBound
                )
            )
        )
    }

    /// Inserts an element for a tag and makes it the current node.
    @discardableResult
    mutating func insertElement(for tag: TagToken, in namespace: Namespace = .html) -> OpenElements.Entry {
        insertElement(tag.name, namespace: namespace, range: tag.range, nameEnd: tag.nameEnd)
    }

    /// Inserts an element that no tag stands for and makes it the current node.
    @discardableResult
    mutating func insertImpliedElement(_ tag: TagName) -> OpenElements.Entry {
        insertElement(ElementName(tag), namespace: .html, range: 0..<0, nameEnd: 0)
    }

    mutating func insertElement(
        _ name: ElementName,
        namespace: Namespace,
        range: Range<Int>,
        nameEnd: Int
    ) -> OpenElements.Entry {
        let node = document.add(
            Node(kind: .element, name: name, namespace: namespace, range: range, nameEnd: nameEnd)
        )
        insert(node)
        var entry = OpenElements.Entry(node: node, name: name, namespace: namespace)
        entry.holdsHTML = holdsHTML(entry)
        openElements.push(entry)
        return entry
    }

    /// Inserts an element that has no end tag.
    mutating func insertVoidElement(for tag: TagToken) {
        insertElement(for: tag)
        openElements.pop()
    }

    // MARK: Raw text

    /// Inserts an element whose contents are text up to its end tag.
    mutating func insertTextElement(for tag: TagToken, contentModel: Tokenizer.ContentModel) {
        insertElement(for: tag)
        tokenizer.contentModel = contentModel
        originalMode = mode
        mode = .text
    }

    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-incdata>
    private mutating func text(_ input: Input) -> Outcome {
        // Text is inserted before it comes here, and the tokenizer gives nothing else but the end tag or the page's end.
        openElements.pop()
        mode = originalMode
        if case .endOfFile = input { return .reprocess }
        return .done
    }

    // MARK: Attributes

    /// The value of an attribute of a tag, in UTF-8, as far as it is ASCII; `nil` where there is no such attribute.
    func attribute(_ name: StaticString, of tag: TagToken) -> [UInt8]? {
        tokenizer.bytes.attribute(name, ofTagWithNameEnd: tag.nameEnd)
    }

    /// Whether an attribute of a tag has this value, letters in either case.
    func attribute(_ name: StaticString, of tag: TagToken, is value: StaticString) -> Bool {
        attribute(name, of: tag)?.isASCII(value) ?? false
    }
}

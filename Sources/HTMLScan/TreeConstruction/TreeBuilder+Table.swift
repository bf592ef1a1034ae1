// SPDX-License-Identifier: Apache-2.0

/// Tables, and `template`, whose contents may be parts of one.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-intable> and the sections after it.
extension TreeBuilder {
    private static let tableParts: TagSet = [.caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr]
    private static let tableContext: TagSet = [.table, .template, .html]
    private static let sectionContext: TagSet = [.tbody, .tfoot, .thead, .template, .html]
    private static let rowContext: TagSet = [.tr, .template, .html]
    private static let elementsThatGatherText: TagSet = [.table, .tbody, .template, .tfoot, .thead, .tr]

    mutating func inTable(_ input: Input) -> Outcome {
        switch input {
        case .doctype:
            return .done
        case .space, .characters:
            guard openElements.current?.isHTML(in: Self.elementsThatGatherText) == true else { break }
            pendingTableText = []
            originalMode = mode
            mode = .inTableText
            return .reprocess
        case .start(let tag):
            if let outcome = startTagInTable(tag) { return outcome }
        case .end(let tag):
            switch tag.name.known {
            case .table:
                closeTable()
                return .done
            case .body, .html, .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
                return .done
            case .template:
                return inHead(input)
            default:
                break
            }
        case .endOfFile:
            return inBody(input)
        }
        return foster(input)
    }

    /// `nil` for the tags that do not belong into a table.
    private mutating func startTagInTable(_ tag: TagToken) -> Outcome? {
        switch tag.name.known {
        case .caption:
            openElements.pop(to: Self.tableContext)
            formatting.addMarker()
            insertElement(for: tag)
            mode = .inCaption
        case .colgroup:
            openElements.pop(to: Self.tableContext)
            insertElement(for: tag)
            mode = .inColumnGroup
        case .col:
            openElements.pop(to: Self.tableContext)
            insertImpliedElement(.colgroup)
            mode = .inColumnGroup
            return .reprocess
        case .tbody, .tfoot, .thead:
            openElements.pop(to: Self.tableContext)
            insertElement(for: tag)
            mode = .inTableBody
        case .td, .th, .tr:
            openElements.pop(to: Self.tableContext)
            insertImpliedElement(.tbody)
            mode = .inTableBody
            return .reprocess
        case .table:
            return closeTable() ? .reprocess : .done
        case .style, .script, .template:
            return inHead(.start(tag))
        case .input:
            guard attribute("type", of: tag, is: "hidden") else { return nil }
            insertVoidElement(for: tag)
        case .form:
            guard form == nil, !openElements.isOpen(.template) else { break }
            form = insertElement(for: tag)
            openElements.pop()
        default:
            return nil
        }
        return .done
    }

    /// Ends the table in scope; `false` where there is none.
    @discardableResult
    private mutating func closeTable() -> Bool {
        guard openElements.has(.table, in: .table) else { return false }
        openElements.pop(through: [.table])
        resetMode()
        return true
    }

    /// Processes what has no place in a table as content that stands in front of it.
    ///
    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#foster-parent>
    private mutating func foster(_ input: Input) -> Outcome {
        isFosterParenting = true
        defer { isFosterParenting = false }
        return inBody(input)
    }

    mutating func inTableText(_ input: Input) -> Outcome {
        switch input {
        case .space(let text), .characters(let text):
            pendingTableText.append(text)
            return .done
        default:
            flushTableText()
            mode = originalMode
            return .reprocess
        }
    }

    /// Inserts the text that was gathered between the parts of a table.
    mutating func flushTableText() {
        let texts = pendingTableText
        pendingTableText = []
        let isSignificant = texts.contains {
            TextRun.isSignificant($0.range, in: page, resolvingReferences: $0.kind == .text)
        }
        for text in texts {
            if isSignificant { _ = foster(.characters(text)) } else { insert(text) }
        }
    }

    mutating func inCaption(_ input: Input) -> Outcome {
        switch input {
        case .start(let tag) where Self.tableParts.contains(tag.name.known):
            return closeCaption() ? .reprocess : .done
        case .end(let tag):
            switch tag.name.known {
            case .caption:
                closeCaption()
                return .done
            case .table:
                return closeCaption() ? .reprocess : .done
            case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr:
                return .done
            default:
                return inBody(input)
            }
        default:
            return inBody(input)
        }
    }

    @discardableResult
    private mutating func closeCaption() -> Bool {
        guard openElements.has(.caption, in: .table) else { return false }
        openElements.pop(through: [.caption])
        formatting.clearToMarker()
        mode = .inTable
        return true
    }

    mutating func inColumnGroup(_ input: Input) -> Outcome {
        switch input {
        case .doctype:
            return .done
        case .space(let text):
            insert(text)
            return .done
        case .start(let tag):
            switch tag.name.known {
            case .html:
                return inBody(input)
            case .col:
                insertVoidElement(for: tag)
                return .done
            case .template:
                return inHead(input)
            default:
                break
            }
        case .end(let tag):
            switch tag.name.known {
            case .colgroup:
                if openElements.current?.isHTML(.colgroup) == true {
                    openElements.pop()
                    mode = .inTable
                }
                return .done
            case .col:
                return .done
            case .template:
                return inHead(input)
            default:
                break
            }
        case .characters:
            break
        case .endOfFile:
            return inBody(input)
        }
        guard openElements.current?.isHTML(.colgroup) == true else { return .done }
        openElements.pop()
        mode = .inTable
        return .reprocess
    }

    mutating func inTableBody(_ input: Input) -> Outcome {
        switch input {
        case .start(let tag):
            switch tag.name.known {
            case .tr:
                openElements.pop(to: Self.sectionContext)
                insertElement(for: tag)
                mode = .inRow
                return .done
            case .th, .td:
                openElements.pop(to: Self.sectionContext)
                insertImpliedElement(.tr)
                mode = .inRow
                return .reprocess
            case .caption, .col, .colgroup, .tbody, .tfoot, .thead:
                return closeSection() ? .reprocess : .done
            default:
                return inTable(input)
            }
        case .end(let tag):
            switch tag.name.known {
            case .tbody, .tfoot, .thead:
                if openElements.has(tag.name.known, in: .table) { closeSection() }
                return .done
            case .table:
                return closeSection() ? .reprocess : .done
            case .body, .caption, .col, .colgroup, .html, .td, .th, .tr:
                return .done
            default:
                return inTable(input)
            }
        default:
            return inTable(input)
        }
    }

    @discardableResult
    private mutating func closeSection() -> Bool {
        guard openElements.has(anyOf: [.tbody, .tfoot, .thead], in: .table) else { return false }
        openElements.pop(to: Self.sectionContext)
        openElements.pop()
        mode = .inTable
        return true
    }

    mutating func inRow(_ input: Input) -> Outcome {
        switch input {
        case .start(let tag):
            switch tag.name.known {
            case .th, .td:
                openElements.pop(to: Self.rowContext)
                insertElement(for: tag)
                mode = .inCell
                formatting.addMarker()
                return .done
            case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr:
                return closeRow() ? .reprocess : .done
            default:
                return inTable(input)
            }
        case .end(let tag):
            switch tag.name.known {
            case .tr:
                closeRow()
                return .done
            case .table:
                return closeRow() ? .reprocess : .done
            case .tbody, .tfoot, .thead:
                guard openElements.has(tag.name.known, in: .table) else { return .done }
                return closeRow() ? .reprocess : .done
            case .body, .caption, .col, .colgroup, .html, .td, .th:
                return .done
            default:
                return inTable(input)
            }
        default:
            return inTable(input)
        }
    }

    @discardableResult
    private mutating func closeRow() -> Bool {
        guard openElements.has(.tr, in: .table) else { return false }
        openElements.pop(to: Self.rowContext)
        openElements.pop()
        mode = .inTableBody
        return true
    }

    mutating func inCell(_ input: Input) -> Outcome {
        switch input {
        case .start(let tag) where Self.tableParts.contains(tag.name.known):
            return closeCell() ? .reprocess : .done
        case .end(let tag):
            switch tag.name.known {
            case .td, .th:
                if openElements.has(tag.name.known, in: .table) { closeCell(through: [tag.name.known]) }
                return .done
            case .table, .tbody, .tfoot, .thead, .tr:
                guard openElements.has(tag.name.known, in: .table) else { return .done }
                return closeCell() ? .reprocess : .done
            case .body, .caption, .col, .colgroup, .html:
                return .done
            default:
                return inBody(input)
            }
        default:
            return inBody(input)
        }
    }

    @discardableResult
    private mutating func closeCell(through cells: [TagName] = [.td, .th]) -> Bool {
        guard openElements.has(anyOf: cells, in: .table) else { return false }
        openElements.pop(through: TagSet(cells))
        formatting.clearToMarker()
        mode = .inRow
        return true
    }

    mutating func inTemplate(_ input: Input) -> Outcome {
        switch input {
        case .doctype, .space, .characters:
            return inBody(input)
        case .start(let tag):
            switch tag.name.known {
            case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
                return inHead(input)
            case .caption, .colgroup, .tbody, .tfoot, .thead:
                replaceTemplateMode(with: .inTable)
            case .col:
                replaceTemplateMode(with: .inColumnGroup)
            case .tr:
                replaceTemplateMode(with: .inTableBody)
            case .td, .th:
                replaceTemplateMode(with: .inRow)
            default:
                replaceTemplateMode(with: .inBody)
            }
            return .reprocess
        case .end(let tag):
            return tag.name.known == .template ? inHead(input) : .done
        case .endOfFile:
            guard openElements.isOpen(.template) else { return .done }
            closeTemplate()
            return .reprocess
        }
    }

    private mutating func replaceTemplateMode(with mode: InsertionMode) {
        templateModes.removeLast()
        templateModes.append(mode)
        self.mode = mode
    }

    /// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#reset-the-insertion-mode-appropriately>
    mutating func resetMode() {
        let index = openElements.lastIndex(of: Self.elementsThatSetTheMode)
        guard index >= 0 else { return }
        switch openElements.entries[index].name.known {
        case .td, .th: mode = .inCell
        case .tr: mode = .inRow
        case .tbody, .thead, .tfoot: mode = .inTableBody
        case .caption: mode = .inCaption
        case .colgroup: mode = .inColumnGroup
        case .table: mode = .inTable
        case .template: mode = templateModes.last ?? .inBody
        case .head: mode = .inHead
        case .frameset: mode = .inFrameset
        case .html: mode = head == nil ? .beforeHead : .afterHead
        default: mode = .inBody
        }
    }

    private static let elementsThatSetTheMode: [TagName] = [
        .td, .th, .tr, .tbody, .thead, .tfoot, .caption, .colgroup, .table, .template, .head, .body, .frameset, .html,
    ]
}

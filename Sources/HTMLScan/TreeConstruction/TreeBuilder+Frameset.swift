// SPDX-License-Identifier: Apache-2.0

/// The modes of a page made of frames, and those behind the body.
///
/// HTML: <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-afterbody> and the sections after it.
extension TreeBuilder {
    mutating func afterBody(_ input: Input) -> Outcome {
        switch input {
        case .doctype, .endOfFile:
            return .done
        case .space:
            return inBody(input)
        case .start(let tag) where tag.name.known == .html:
            return inBody(input)
        case .end(let tag) where tag.name.known == .html && mode == .afterBody:
            mode = .afterAfterBody
            return .done
        default:
            mode = .inBody
            return .reprocess
        }
    }

    mutating func inFrameset(_ input: Input) -> Outcome {
        switch input {
        case .space(let text):
            insert(text)
        case .start(let tag):
            switch tag.name.known {
            case .html: return inBody(input)
            case .frameset: insertElement(for: tag)
            case .frame: insertVoidElement(for: tag)
            case .noframes: return inHead(input)
            default: break
            }
        case .end(let tag) where tag.name.known == .frameset && openElements.count > 1:
            openElements.pop()
            if openElements.current?.isHTML(.frameset) == false { mode = .afterFrameset }
        case .end, .characters, .doctype, .endOfFile:
            break
        }
        return .done
    }

    mutating func afterFrameset(_ input: Input) -> Outcome {
        switch input {
        case .space(let text):
            insert(text)
        case .start(let tag) where tag.name.known == .html:
            return inBody(input)
        case .start(let tag) where tag.name.known == .noframes:
            return inHead(input)
        case .end(let tag) where tag.name.known == .html:
            mode = .afterAfterFrameset
        case .start, .end, .characters, .doctype, .endOfFile:
            break
        }
        return .done
    }
}

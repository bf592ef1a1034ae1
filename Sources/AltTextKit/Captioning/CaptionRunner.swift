// SPDX-License-Identifier: Apache-2.0

internal import SystemPackage

/// Asks a captioner for what is needed, and puts each answer into the catalog before it asks for the next.
public struct CaptionRunner: Sendable {
    /// What became of one image.
    public enum Outcome: Sendable {
        case captioned
        case failed(CaptionError)
        /// Its file could not be read, or its answer not be saved.
        case broken(String)
        /// The limit was reached before.
        case notAsked
    }

    /// What became of a run.
    public struct Result: Sendable {
        /// The outcomes in the order of the needs.
        public let outcomes: [(need: CaptionNeed, outcome: Outcome)]

        /// The error that ended the run; `nil` where it went through.
        public var fatalError: CaptionError? {
            outcomes.lazy.compactMap { if case .failed(let error) = $0.outcome, error.endsRun { error } else { nil } }
                .first { $0 != .cancelled }
        }

        /// How many captions came.
        public var captionCount: Int {
            outcomes.count { if case .captioned = $0.outcome { true } else { false } }
        }
    }

    private let captioner: any Captioner
    private let catalog: CaptionCatalog
    private let journal: JobJournal?
    private let today: String
    private let clock: any Clock<Duration>

    /// - Parameters:
    ///   - catalog: Gets the answers.
    ///   - journal: Keeps the jobs that go on, beside the catalog; without one they are lost with the run.
    ///   - today: The day that new records carry, as `2026-01-31`.
    ///   - clock: What tells how long the service has been of no use; tests pass one of their own.
    public init(
        captioner: any Captioner, catalog: CaptionCatalog, journal: JobJournal? = nil, today: String,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.captioner = captioner
        self.catalog = catalog
        self.journal = journal
        self.today = today
        self.clock = clock
    }

    /// Asks for each caption once.
    ///
    /// An error that ends the run cancels what is under way and leaves the rest unasked; so do the cancellation of the
    /// task, and an answer that cannot be saved: no more are paid for then. Where the service has been of no use to many
    /// images in a row, for minutes, the rest fail without being asked for.
    ///
    /// - Parameters:
    ///   - limit: How many captions are asked for at most; `nil` for all.
    ///   - width: How many are asked for at once.
    public func run(
        _ needs: [CaptionNeed], limit: Int?, width: Int, progress: @escaping @Sendable (Outcome) -> Void = { _ in }
    ) async -> Result {
        var outcomes = [Outcome](repeating: .notAsked, count: needs.count)
        await withTaskGroup(of: (Int, Answer).self) { group in
            var rest = needs.indices.prefix(max(0, limit ?? needs.count)).makeIterator()
            func askNext() {
                guard !group.isCancelled, let index = rest.next() else { return }
                group.addTask { (index, await ask(for: needs[index])) }
            }
            let elapsed = clock.stopwatch()
            var outage = Outage()
            for _ in 0..<max(1, width) { askNext() }
            while let (index, answer) = await group.next() {
                outcomes[index] = answer.outcome
                progress(answer.outcome)
                if answer.endsRun { group.cancelAll() }
                outage.note(answer.outcome, at: elapsed())
                if outage.lasts(at: elapsed()), !group.isCancelled {
                    for index in IteratorSequence(rest) {
                        outcomes[index] = .failed(outage.error(for: needs[index].image.name))
                    }
                    rest = needs.indices.prefix(0).makeIterator()
                }
                askNext()
            }
        }
        return Result(outcomes: Array(zip(needs, outcomes)).map { (need: $0.0, outcome: $0.1) })
    }

    /// What became of one image, and what that means for the others.
    private struct Answer: Sendable {
        let outcome: Outcome
        let endsRun: Bool
    }

    private func ask(for need: CaptionNeed) async -> Answer {
        let caption: String
        let question = JobJournal.Question(
            image: need.image.key ?? "", length: need.length, service: captioner.service)
        do {
            let request = CaptionRequest(
                image: try image(of: need), length: need.length, name: need.image.name,
                earlierJob: await journal?.job(for: question)
            ) { job in await journal?.begin(job, for: question) }
            caption = try await captioner.caption(for: request)
        } catch let error as CaptionError {
            if error.endsJob { await journal?.end(question) }
            return Answer(outcome: .failed(error), endsRun: error.endsRun)
        } catch {
            return Answer(outcome: .broken("\(error)"), endsRun: false)
        }
        do {
            try await catalog.append(
                need.uses.map { key, use in record(of: caption, key: key, use: use, need: need) })
            // Not before the answer is on the disk.
            await journal?.end(question)
            return Answer(outcome: .captioned, endsRun: false)
        } catch {
            return Answer(outcome: .broken("\(error)"), endsRun: true)
        }
    }

    private func record(
        of caption: String, key: CaptionRecord.Key, use: ImageUse, need: CaptionNeed
    ) -> CaptionRecord {
        var record = CaptionRecord(
            key: key, status: .suggested, captions: [need.length: caption], source: AltOrigin.modelsLab.rawValue,
            src: need.image.name, page: use.page.string, line: use.line, date: today)
        if need.isText {
            let text = AltTextHygiene.cleaned(caption, language: key.language)
            let place = use.place(forTextIn: key.language)
            record.text = text
            record.problem = AltTextHygiene.problem(with: text, at: place)
            record.advice = AltTextHygiene.advice(on: text, at: place)
        }
        return record
    }

    private func image(of need: CaptionNeed) throws -> CaptionImage {
        if let url = need.image.publicURL { return .url(url) }
        let bytes =
            try need.image.file.map { file in
                try RegularFile(contentsOf: file, calledBy: file, limit: ImageLibrary.largestFile).bytes
            } ?? need.image.data
        // A file that changed since it was hashed would get another image's caption into the catalog.
        guard need.image.key == Digest.catalogKey(of: bytes) else {
            throw FileError.changed(need.image.file ?? "")
        }
        return .upload(bytes: bytes, mediaType: need.image.header?.format.mediaType ?? "application/octet-stream")
    }
}

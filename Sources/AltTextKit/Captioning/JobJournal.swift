// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// The jobs that a captioner's service has taken and not finished, in a file beside the catalog: what a run that was
/// killed, stopped or out of patience has paid for, and the next one fetches.
///
/// The file is JSON Lines, as the catalog is: a line for each job that begins, flushed to the disk, and a line for each
/// that ends. It is there only while a job is open. To be used while the catalog is open for writing, whose lock keeps
/// other runs away.
public actor JobJournal {
    /// What a job is to answer.
    public struct Question: Hashable, Sendable {
        /// The image, as the catalog's `image` names it.
        let image: String
        let length: CaptionLength
        /// The service that was asked, as ``Captioner/service`` names it.
        let service: String
    }

    private let path: FilePath
    private let today: String
    private let notice: @Sendable (JobNotice) -> Void
    private var jobs: [Question: JobEntry]
    /// Whether the file was there before.
    private let wasThere: Bool
    /// How many bytes of the file are whole lines.
    private var validByteCount: Int
    /// Whether the file holds more than the open jobs.
    private var isDisordered: Bool
    /// The file once something was written.
    private var file: LockedFile?
    /// Whether a failure to write was told of: once is enough.
    private var hasToldOfFailure = false

    /// The name of the journal of a catalog: the catalog's with `.jobs` behind it.
    public static func path(besideCatalog catalog: FilePath) -> FilePath {
        // Where the catalog is a link, the lock is that of the file itself.
        FilePath(bytes: ((try? catalog.resolvingLinks()) ?? catalog).bytes + Array(".jobs".utf8))
    }

    /// Reads the journal beside a catalog; a missing file is an empty journal.
    ///
    /// An id can be missed, at the price of a caption: a line that cannot be read is left out, after a notice.
    ///
    /// - Throws: `FileError` where there is something that cannot be read, since what it holds may have been paid for.
    /// - Parameters:
    ///   - today: The day that new jobs carry, as `2026-01-31`.
    ///   - oldest: Jobs of an earlier day are given up: the service will not know them any more.
    public init(
        besideCatalog catalog: FilePath, today: String, oldest: String,
        notice: @escaping @Sendable (JobNotice) -> Void = { _ in }
    ) throws(FileError) {
        path = Self.path(besideCatalog: catalog)
        self.today = today
        self.notice = notice
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try RegularFile(contentsOf: path).bytes
            wasThere = true
        } catch .missing {
            bytes = []
            wasThere = false
        }
        let lines = bytes[..<(bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)]
        var jobs: [Question: JobEntry] = [:]
        for (number, line) in lines.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let entry = JobEntry(line: line) else {
                notice(.badLine(path: path.onOneLine, line: number + 1))
                continue
            }
            jobs[entry.question] = entry.job == nil ? nil : entry
        }
        for (question, entry) in jobs where entry.date < oldest {
            notice(.expired(path: path.onOneLine, job: entry.job ?? "", date: entry.date))
            jobs[question] = nil
        }
        self.jobs = jobs
        validByteCount = lines.count
        isDisordered = lines.count < bytes.count || lines.count { $0 == UInt8(ascii: "\n") } != jobs.count
    }

    /// The id of the open job that is to answer a question; `nil` where there is none. Anybody may have written it.
    public func job(for question: Question) -> String? {
        jobs[question]?.job
    }

    /// Notes that a job is to answer a question, in the place of an earlier one; returns once that is on the disk.
    ///
    /// Where it cannot be written the run goes on, after a notice: all that it costs is the id, should the run be killed.
    func begin(_ job: String, for question: Question) {
        guard jobs[question]?.job != job else { return }
        if jobs[question] != nil { isDisordered = true }
        let entry = JobEntry(question: question, job: job, date: today)
        jobs[question] = entry
        write(entry)
    }

    /// Notes that the job of a question has ended, if there is one: its answer is saved, or there will be none.
    func end(_ question: Question) {
        guard jobs.removeValue(forKey: question) != nil else { return }
        isDisordered = true
        write(JobEntry(question: question, job: nil, date: today))
    }

    /// Ends the jobs whose answers are in a catalog: those of a run that was killed in between.
    public func endAnswered(in catalog: CaptionCatalog) async {
        for question in jobs.keys where await catalog.captions(forImage: question.image)[question.length] != nil {
            end(question)
        }
    }

    /// Leaves the open jobs in the file, or no file where there are none.
    public func finish() {
        guard wasThere || file != nil else { return }
        do throws(FileError) {
            let file = try openedFile()
            if jobs.isEmpty {
                try file.remove()
            } else if isDisordered {
                let entries = jobs.values.sorted { ($0.date, $0.job ?? "") < ($1.date, $1.job ?? "") }
                _ = try file.replacing(file.contents(), with: entries.flatMap(\.line))
            }
        } catch {
            tell(of: error)
        }
        file = nil
    }

    private func write(_ entry: JobEntry) {
        do throws(FileError) {
            let line = entry.line
            // A line that a killed run left unfinished is overwritten.
            try openedFile().append(line, keeping: validByteCount)
            validByteCount += line.count
        } catch {
            tell(of: error)
        }
    }

    private func tell(of error: FileError) {
        if !hasToldOfFailure { notice(.unwritable("\(error)")) }
        hasToldOfFailure = true
    }

    private func openedFile() throws(FileError) -> LockedFile {
        if let file { return file }
        switch try LockedFile.open(path) {
        case .opened(let opened), .openedWithoutLock(let opened, _):
            file = opened
            return opened
        case .inUse:
            throw FileError(.wouldBlock, path, action: "lock it")
        }
    }
}

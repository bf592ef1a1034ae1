// SPDX-License-Identifier: Apache-2.0

public import SystemPackage

/// The caption catalog of a site: what is known about its images, kept in a JSON Lines file.
///
/// A catalog that is open for writing has the file for itself; other runs wait. Every change is on the disk when the
/// call returns, as a line at the end of the file; ``finish()`` puts the lines in order. What another program (an
/// editor, git) does to the file meanwhile is merged with the changes made here, never overwritten.
///
/// Methods throw a ``CatalogError``, or a ``FileError`` where the file system refuses.
public actor CaptionCatalog {
    /// What a catalog is opened for.
    public enum Access: Sendable {
        /// Looking up only. Takes no lock, waits for nobody, and creates no file.
        case reading
        /// Looking up and changing, alone.
        case writing
    }

    private let path: FilePath
    private let notice: @Sendable (CatalogNotice) -> Void
    private var index: CaptionIndex
    /// The file while it is open for writing.
    private var file: LockedFile?
    /// What the file holds as far as is known here, a torn end included.
    private var mirror: [UInt8]
    /// How many bytes of `mirror` are whole lines.
    private var validByteCount: Int
    /// Whether the file has to be put in order even if nothing is changed here.
    private var isDisordered: Bool
    /// The keys whose records were changed or removed here, to be merged should another program change the file.
    private var changedKeys: Set<CaptionRecord.Key> = []
    /// What another program did to the file that keeps it from being read, and so from being rewritten.
    private var damage: CatalogError?

    /// Opens the catalog at `path`; a missing file is an empty catalog.
    ///
    /// For writing this waits until no other run has the file, after a ``CatalogNotice/waiting(path:)``; cancelling the
    /// task ends the wait with a `CancellationError`.
    public static func open(
        _ path: FilePath,
        for access: Access,
        clock: some Clock<Duration> = ContinuousClock(),
        notice: @escaping @Sendable (CatalogNotice) -> Void = { _ in }
    ) async throws -> CaptionCatalog {
        switch access {
        case .reading:
            return try CaptionCatalog(path, file: nil, bytes: existingBytes(of: path), notice: notice)
        case .writing:
            let file = try await openAlone(path, clock: clock, notice: notice)
            if let folder = try? path.resolvingLinks().removingLastComponent() {
                TemporaryFile.removeLeftovers(in: folder)
            }
            return try CaptionCatalog(path, file: file, bytes: file.contents(), notice: notice)
        }
    }

    private init(
        _ path: FilePath,
        file: LockedFile?,
        bytes: [UInt8],
        notice: @escaping @Sendable (CatalogNotice) -> Void
    ) throws(CatalogError) {
        let contents = try CatalogContents(parsing: bytes, path: path.onOneLine)
        for message in contents.notices { notice(message) }
        self.path = path
        self.notice = notice
        self.file = file
        index = CaptionIndex(contents.records)
        mirror = bytes
        validByteCount = contents.validByteCount
        isDisordered = contents.isDisordered
    }

    private static func existingBytes(of path: FilePath) throws(FileError) -> [UInt8] {
        do throws(FileError) {
            return try RegularFile(contentsOf: path).bytes
        } catch .missing {
            return []
        }
    }

    private static func openAlone(
        _ path: FilePath,
        clock: some Clock<Duration>,
        notice: @Sendable (CatalogNotice) -> Void
    ) async throws -> LockedFile {
        var isFirstAttempt = true
        while true {
            switch try LockedFile.open(path) {
            case .opened(let file):
                return file
            case .openedWithoutLock(let file, let reason):
                notice(.unlocked(path: path.onOneLine, reason: reason.description))
                return file
            case .inUse:
                if isFirstAttempt { notice(.waiting(path: path.onOneLine)) }
                isFirstAttempt = false
                // Asking again rather than blocking in the kernel, so that the wait can be cancelled.
                try await clock.sleep(for: .milliseconds(200))
            }
        }
    }

    // MARK: Looking up

    /// All records, sorted by `src`, image, role and language.
    public var records: [CaptionRecord] { index.records }

    /// The record of an image in one role and language; `nil` where there is none.
    public func record(for key: CaptionRecord.Key) -> CaptionRecord? {
        index[key]
    }

    /// What captioners answered about an image, in whatever role and language it was asked for.
    ///
    /// An answer describes the image, so it is paid for once and serves every record of the image.
    public func captions(forImage image: String) -> [CaptionLength: String] {
        index.records(forImage: image).reduce(into: [:]) { captions, record in
            captions.merge(record.captions) { first, _ in first }
        }
    }

    // MARK: Changing

    /// Adds what a machine found or a person decided, and returns once it is on the disk.
    ///
    /// What a person decided stays as it is when a machine comes later, but for its `captions`, which take up what they
    /// lacked. Nothing is written where nothing changes. When an error is thrown the record is kept in memory, and
    /// ``finish()`` tries once more to save it.
    public func append(_ record: CaptionRecord) throws {
        try append([record])
    }

    /// Adds records as ``append(_:)-(CaptionRecord)`` does, in one piece: those of one answer, which a killed run must not part.
    public func append(_ records: [CaptionRecord]) throws {
        try change(records) { existing, record in
            guard let existing else { return record }
            let isProtected = existing.status.isDecidedByPerson && !record.status.isDecidedByPerson
            return isProtected ? existing.filled(from: record) : record.filled(from: existing)
        }
    }

    /// Puts exactly this record in the place of the one with its key, a person's decision included.
    ///
    /// For what a person does to records: undoing a decision, or bringing back an edited table.
    public func replace(_ record: CaptionRecord) throws {
        try change([record]) { _, record in record }
    }

    /// Removes the records of these keys, and returns once the file is without them.
    public func remove(_ keys: some Sequence<CaptionRecord.Key>) throws {
        if let damage = try synchronise() { throw damage }
        let known = keys.filter { index[$0] != nil }
        guard !known.isEmpty else { return }
        for key in known { index[key] = nil }
        changedKeys.formUnion(known)
        try rewrite()
    }

    /// Puts the file in order and lets other runs have it; further changes are refused.
    ///
    /// The file is replaced in one step, and only if something changed or an interrupted run left it out of order. A
    /// file that was created for nothing is removed again. When an error is thrown, every line that was appended is
    /// still in the file.
    public func finish() throws {
        guard let file else { return }
        defer { self.file = nil }
        if changedKeys.isEmpty, !isDisordered {
            try file.removeIfUnused()
        } else {
            try rewrite()
        }
    }

    /// Makes what `merge` makes of the existing record and a given one part of the catalog, in memory and in the file.
    private func change(
        _ records: [CaptionRecord], _ merge: (_ existing: CaptionRecord?, CaptionRecord) -> CaptionRecord
    ) throws {
        let damage: CatalogError?
        do {
            damage = try synchronise()
        } catch {
            if file != nil { for record in records { _ = remember(merge(index[record.key], record)) } }
            throw error
        }
        var changed: [CaptionRecord] = []
        // A line may only be added if a reader who meets it behind the older one comes to the same result.
        var mayAppend = true
        for record in records {
            let existing = index[record.key]
            let record = merge(existing, record)
            guard remember(record) else { continue }
            changed.append(record)
            mayAppend = mayAppend && existing.map { $0.merged(withLater: record).record == record } ?? true
        }
        if damage != nil || mayAppend { try write(changed) } else { try rewrite() }
        if let damage { throw damage }
    }

    /// Changes the record in memory; `false` where it was the same before.
    private func remember(_ record: CaptionRecord) -> Bool {
        guard index[record.key] != record else { return false }
        index[record.key] = record
        changedKeys.insert(record.key)
        return true
    }

    // MARK: The file

    /// Appends records as lines and flushes them to the disk.
    private func write(_ records: [CaptionRecord]) throws {
        guard let file else { throw CatalogError.notOpenForWriting(path: path.onOneLine) }
        guard !records.isEmpty else { return }
        mirror.removeSubrange(validByteCount...)
        var lines: [UInt8] = []
        if let last = mirror.last, last != UInt8(ascii: "\n") { lines.append(UInt8(ascii: "\n")) }
        for record in records { record.json.writeLine(to: &lines) }
        try file.append(lines, keeping: validByteCount)
        mirror += lines
        validByteCount = mirror.count
    }

    /// Replaces the file by all records in order.
    private func rewrite() throws {
        do {
            try replaceFile()
        } catch FileError.changed {
            // Another program came between the comparison and the replacement. Now its changes are taken in.
            try replaceFile()
        }
    }

    private func replaceFile() throws {
        if let damage = try synchronise(comparingContents: true) { throw damage }
        let bytes = CatalogContents.bytes(of: index.records)
        if bytes != mirror { file = try file?.replacing(mirror, with: bytes) }
        mirror = bytes
        validByteCount = bytes.count
        isDisordered = false
    }

    /// Takes in what another program did to the file since it was last seen, and writes what the file lacks of the
    /// changes made here.
    ///
    /// Returns why the file can no longer be read, in which case the changes made here stand at its end all the same.
    private func synchronise(comparingContents: Bool = false) throws -> CatalogError? {
        guard let file else { throw CatalogError.notOpenForWriting(path: path.onOneLine) }
        let isCurrent = try file.isCurrent
        if isCurrent, try comparingContents ? file.contents() == mirror : file.byteCount == mirror.count {
            return damage
        }
        notice(.changedOutside(path: path.onOneLine))
        let current = isCurrent ? file : try reopen()
        self.file = current
        mirror = try current.contents()
        validByteCount = mirror.count
        let contents: CatalogContents
        do throws(CatalogError) {
            contents = try CatalogContents(parsing: mirror, path: path.onOneLine)
        } catch {
            damage = error
            try write(changedKeys.compactMap { index[$0] }.sorted { $0.precedes($1) })
            return error
        }
        damage = nil
        try write(merge(contents))
        return nil
    }

    /// Opens the file that another program put in the place of the one that was locked.
    private func reopen() throws(FileError) -> LockedFile {
        var isWaiting = false
        while true {
            switch try LockedFile.open(path, waiting: isWaiting) {
            case .opened(let file), .openedWithoutLock(let file, _): return file
            case .inUse:
                notice(.waiting(path: path.onOneLine))
                isWaiting = true
            }
        }
    }

    /// Makes the contents of the changed file, with the changes made here, the records in memory; returns those that
    /// the file lacks.
    private func merge(_ contents: CatalogContents) -> [CaptionRecord] {
        for message in contents.notices { notice(message) }
        let known = index
        index = CaptionIndex(contents.records)
        validByteCount = contents.validByteCount
        isDisordered = isDisordered || contents.isDisordered
        var missing: [CaptionRecord] = []
        // A file that was emptied or removed is an accident; otherwise what others removed stays removed.
        for key in contents.records.isEmpty ? known.keys : changedKeys {
            guard let own = known[key] else {
                index[key] = nil
                continue
            }
            let merged = index[key]?.merged(withLater: own).record ?? own
            if merged != index[key] {
                index[key] = merged
                missing.append(merged)
            }
        }
        return missing.sorted { $0.precedes($1) }
    }
}

// SPDX-License-Identifier: Apache-2.0

internal import AltTextKit

/// Keeps all jobs of a client within what the service allows.
///
/// The service limits how many jobs an account has open, so a job holds its place from its first request to its answer.
/// When the service says that there are too many, all requests pause together, and no new job starts until those that
/// were turned away are in. After a refusal that holds for all images, no further request is made.
actor RateLimiter {
    /// Names one open job.
    typealias Ticket = Int
    private typealias Admission = Result<Void, CaptionError>

    private let clock: any Clock<Duration>
    private let elapsed: @Sendable () -> Duration
    private var freePlaces: Int
    private var waiting: [(ticket: Ticket, continuation: CheckedContinuation<Admission, Never>)] = []
    private var turnedAway: Set<Ticket> = []
    private var pausedUntil = Duration.zero
    private var refusal: CaptionError?
    private var lastTicket: Ticket = 0

    init(places: Int, clock: any Clock<Duration>) {
        freePlaces = places
        self.clock = clock
        elapsed = clock.stopwatch()
    }

    /// How many jobs wait for a place.
    var waitingCount: Int { waiting.count }

    /// Waits for a place, first come, first served.
    func open() async throws(CaptionError) -> Ticket {
        if let refusal { throw refusal }
        lastTicket += 1
        let ticket = lastTicket
        if freePlaces > 0, turnedAway.isEmpty, waiting.isEmpty {
            freePlaces -= 1
            return ticket
        }
        let admission = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled {
                    continuation.resume(returning: Admission.failure(.cancelled))
                } else {
                    waiting.append((ticket, continuation))
                }
            }
        } onCancel: {
            Task { await self.withdraw(ticket) }
        }
        try admission.get()
        guard !Task.isCancelled else {
            // The place came before the cancellation was noticed; somebody else can use it.
            close(ticket)
            throw .cancelled
        }
        return ticket
    }

    /// Gives the place to the next job.
    func close(_ ticket: Ticket) {
        turnedAway.remove(ticket)
        freePlaces += 1
        admit()
    }

    /// Waits until a request may be made; to be awaited before each one.
    func ready() async throws(CaptionError) {
        while true {
            if let refusal { throw refusal }
            guard !Task.isCancelled else { throw .cancelled }
            let pause = pausedUntil - elapsed()
            guard pause > .zero else { return }
            do { try await clock.sleep(for: pause) } catch { throw .cancelled }
        }
    }

    /// Notes that the service turned a job's request away for now.
    func turnAway(_ ticket: Ticket, pause: Duration) {
        turnedAway.insert(ticket)
        pausedUntil = max(pausedUntil, elapsed() + pause)
    }

    /// Notes that the service took a job's request, if it was turned away before.
    func letIn(_ ticket: Ticket) {
        guard turnedAway.remove(ticket) != nil else { return }
        admit()
    }

    /// Lets no further request be made; every later call throws `error`.
    func refuse(_ error: CaptionError) {
        guard refusal == nil else { return }
        refusal = error
        for waiter in waiting { waiter.continuation.resume(returning: .failure(error)) }
        waiting = []
    }

    private func admit() {
        while freePlaces > 0, turnedAway.isEmpty, !waiting.isEmpty {
            freePlaces -= 1
            waiting.removeFirst().continuation.resume(returning: .success(()))
        }
    }

    private func withdraw(_ ticket: Ticket) {
        guard let index = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
        waiting.remove(at: index).continuation.resume(returning: .failure(.cancelled))
    }
}

// SPDX-License-Identifier: Apache-2.0

/// How a stand-in behaves as a whole.
public struct StandInBehaviour: Sendable {
    /// The only key that it takes.
    public var key: String
    /// How each image is answered.
    public var plan: StandInPlan
    /// What is answered about images whose URL has one of these texts, whatever the plan says: JSON, under HTTP 200.
    public var answers: [String: String] = [:]
    /// How many jobs may be open before it answers HTTP 429; `nil` for no limit.
    public var queueLimit: Int?
    /// How often a job that is processed in the background is still unfinished when it is asked for.
    public var unfinishedPolls: Int
    /// How long a caption request waits for its answer; no time where nobody measures any.
    public var latency: Duration
    /// How many seconds a job that is processed in the background is said to take.
    public var estimate: Int
    /// Is awaited before each answer to a caption request, a fetch or an upload, once the request is taken: to hold it back, or to let something happen meanwhile.
    public var beforeAnswer: @Sendable (StandInRequest.Endpoint) async -> Void

    /// The baseline of the contract, unless said otherwise.
    public init(
        key: String = "stand-in-key", plan: StandInPlan = .marked, queueLimit: Int? = 5, unfinishedPolls: Int = 2,
        latency: Duration = .zero, estimate: Int = 8,
        beforeAnswer: @escaping @Sendable (StandInRequest.Endpoint) async -> Void = { _ in }
    ) {
        self.key = key
        self.plan = plan
        self.queueLimit = queueLimit
        self.unfinishedPolls = unfinishedPolls
        self.latency = latency
        self.estimate = estimate
        self.beforeAnswer = beforeAnswer
    }
}

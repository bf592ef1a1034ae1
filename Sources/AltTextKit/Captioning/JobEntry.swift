// SPDX-License-Identifier: Apache-2.0

/// One line of the journal of jobs: the beginning of a job, or its end.
struct JobEntry: Hashable, Sendable {
    let question: JobJournal.Question
    /// The id that the service gave the job; `nil` where the job of the question has ended.
    let job: String?
    /// The day on which the job began or ended, as `2026-01-31`.
    let date: String

    init(question: JobJournal.Question, job: String?, date: String) {
        self.question = question
        self.job = job
        self.date = date
    }

    /// The entry of a line without its line feed; `nil` where the line is none.
    init?(line: ArraySlice<UInt8>) {
        guard let object = try? JSONValue(parsing: line).object, let image = object["image"]?.string,
            let length = object["length"]?.string.flatMap(CaptionLength.init(rawValue:)),
            let service = object["service"]?.string, let job = object["job"], job == .null || job.string != nil,
            let date = object["date"]?.string
        else { return nil }
        self.init(
            question: JobJournal.Question(image: image, length: length, service: service), job: job.string, date: date)
    }

    /// The line, its line feed included.
    var line: [UInt8] {
        let object: JSONObject = [
            "image": .string(question.image), "length": .string(question.length.rawValue),
            "service": .string(question.service), "job": job.map(JSONValue.string) ?? .null, "date": .string(date),
        ]
        var line: [UInt8] = []
        object.writeLine(to: &line)
        return line
    }
}

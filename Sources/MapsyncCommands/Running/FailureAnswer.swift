/// What is to say of a record on which nothing was done.
struct RemarkAnswer: Encodable {
  let record: String
  let message: String
  /// Whether nothing was to be done: what was asked for is there.
  let isDone: Bool

  init(record: String, message: String, isDone: Bool = true) {
    self.record = record
    self.message = message
    self.isDone = isDone
  }
}

/// Why a mapping as a whole could not run.
struct FailureAnswer: Encodable {
  let mapping: String
  let message: String
}

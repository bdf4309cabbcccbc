/// Why a command could not run (exit 2), or why nothing of what a person named can be done (exit 1).
struct CommandFailure: Error, Equatable {
  /// One sentence, without a full stop.
  let sentence: String
  let status: Int32

  init(_ sentence: String, status: Int32 = 2) {
    self.sentence = sentence
    self.status = status
  }
}

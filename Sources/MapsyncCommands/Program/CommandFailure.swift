/// Why a command could not run: not about what the records say (exit 2).
struct CommandFailure: Error, Equatable {
  /// One sentence, without a full stop.
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

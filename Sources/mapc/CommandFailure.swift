/// Why a command could not run: not about what the files say (exit 2).
struct CommandFailure: Error {
  /// One sentence, without a full stop.
  let sentence: String
}

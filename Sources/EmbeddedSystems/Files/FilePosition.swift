import MapRuntime

/// A random word on a file's line of descent, at the version with which it was noted. A file that
/// was put back from a copy and goes on has other words from there on: a number alone would not
/// tell it from the file that it was (docs/architecture.md#decisions).
public struct DescentWord: Hashable, Sendable {
  public let version: Int64
  public let word: Int64

  public init(version: Int64, word: Int64) {
    self.version = version
    self.word = word
  }
}

/// How far a system's file was when somebody looked.
public struct FilePosition: Hashable, Sendable {
  /// The file's own id, made with it.
  public let file: Guid
  public let version: Int64
  /// The last word at or before the version.
  public let last: DescentWord

  public init(file: Guid, version: Int64, last: DescentWord) {
    self.file = file
    self.version = version
    self.last = last
  }
}

/// What became of a file since it was at a position.
public enum FileDescent: Hashable, Sendable {
  /// It is that file, or that file and what was written since.
  case same
  /// A file with another id.
  case otherFile
  /// That file before it was there.
  case older
  /// A copy of that file from before, which has gone on.
  case restored
}

/// The state that works with a file for a BC company, and how far that state was.
public struct StateStamp: Hashable, Sendable {
  public let state: Guid
  /// A number that only grows, and the state's random word for it.
  public let number: Int64
  public let word: Int64

  public init(state: Guid, number: Int64, word: Int64) {
    self.state = state
    self.number = number
    self.word = word
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A database that this process may read, and that it may not write, or in whose folder it may write
/// nothing: SQLite keeps its log and its locks there. Who only looks needs no right to write.
public struct ReadOnlyFile: Sendable {
  /// The name under which SQLite opens it and writes nothing.
  public let name: String
  private let place: String
  /// When it was written last, where SQLite reads it without locks; nil where others wait for us.
  private let whole: WrittenMoment?

  /// Nil for a file that may be written.
  public init?(_ path: String) {
    let place = FilePlace.realPath(path)
    let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? "."
    guard access(place, W_OK) != 0 || access(folder, W_OK) != 0 else { return nil }
    self.init(at: place)
  }

  /// - Parameter place: A real path, whether or not it may be written.
  init(at place: String) {
    self.place = place
    // The moment goes first: what somebody writes from here on changes it.
    let moment = WrittenMoment(place)
    // Without a log the file is whole and nobody is at work on it. Who begins now writes a log first,
    // and the file itself only when the log is laid into it.
    let isWhole = access(place + "-wal", F_OK) != 0
    whole = isWhole ? moment : nil
    name = Self.uri(place, isWhole ? "immutable=1" : "mode=ro")
  }

  /// Whether all that was read so far is of one state of the file: false after somebody wrote into it
  /// while no lock kept them from it.
  public var isKept: Bool { whole.map { WrittenMoment(place) == $0 } ?? true }

  /// A path with what SQLite is told of the file.
  static func uri(_ path: String, _ query: String) -> String {
    "file:" + path.utf8.map(escaped).joined() + "?" + query
  }

  private static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      String(Unicode.Scalar(byte))
    default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}

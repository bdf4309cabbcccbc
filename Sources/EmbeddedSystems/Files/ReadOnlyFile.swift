#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A database that this process may read, and that it may not write, or in whose folder it may write
/// nothing: SQLite keeps its log and its locks there. Who only looks needs no right to write.
public enum ReadOnlyFile {
  /// The name under which SQLite opens such a file and writes nothing; nil for one that may be written.
  public static func name(_ path: String) -> String? {
    let place = FilePlace.realPath(path)
    let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? "."
    guard access(place, W_OK) != 0 || access(folder, W_OK) != 0 else { return nil }
    // Without a log the file is whole and nobody is at work on it; who begins now writes a log first.
    let isWhole = access(place + "-wal", F_OK) != 0
    return uri(place, isWhole ? "immutable=1" : "mode=ro")
  }

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

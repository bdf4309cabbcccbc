#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which file a path led to when it was opened: another one there later is another file, whatever
/// its name.
public struct FilePlace: Hashable, Sendable {
  public let path: String
  private let device: UInt64
  private let inode: UInt64
  /// How many names the file has; more than one where somebody made hard links.
  public let names: Int
  public let isEmpty: Bool

  /// Nil where nothing stands there.
  public init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    self.path = path
    device = UInt64(truncatingIfNeeded: facts.st_dev)
    inode = UInt64(truncatingIfNeeded: facts.st_ino)
    names = Int(facts.st_nlink)
    isEmpty = facts.st_size == 0
  }

  /// Whether another path leads to the same file.
  func isSame(as other: FilePlace) -> Bool { device == other.device && inode == other.inode }

  /// Whether the path still leads there: the file was not moved, deleted or replaced.
  public var isKept: Bool { FilePlace(path)?.isSame(as: self) ?? false }

  /// The path without links and dots, so that every name of a file leads to one.
  public static func realPath(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is being made beside its place, where it appears whole: a process that is killed
/// leaves nothing half-made under the name itself.
public struct FileDraft: Sendable {
  /// Where the file is to be.
  public let place: String
  /// Where it is made.
  public let path: String

  /// Removes what killed processes left of earlier drafts.
  public init(of place: String) {
    FileDraft.sweep(place)
    self.place = place
    path = "\(place).new-\(getpid())-\(UInt32.random(in: 0 ... .max))"
  }

  /// Puts the finished file in its place, unless one is there by now.
  ///
  /// - Returns: False where the file cannot be put there.
  public func finish() -> Bool {
    defer { remove() }
    // A link, as it replaces nothing where another process was faster.
    if link(path, place) == 0 || FilePlace(place) != nil { return true }
    // A file system without links.
    return rename(path, place) == 0
  }

  /// Takes the draft away, with what SQLite keeps beside it.
  public func remove() {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
  }

  /// Removes the drafts of processes that have ended. One that was killed between the link and its
  /// removal left the file a second name.
  public static func sweep(_ place: String) {
    let slash = place.lastIndex(of: "/")
    let folder = slash.map { String(place[...$0]) } ?? "./"
    let begin = (slash.map { String(place[place.index(after: $0)...]) } ?? place) + ".new-"
    guard let list = opendir(folder) else { return }
    defer { closedir(list) }
    var drafts: [String] = []
    while let entry = readdir(list) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(begin) { drafts.append(name) }
    }
    for name in drafts {
      let digits = name.dropFirst(begin.count).prefix { $0 != "-" && $0 != "." }
      if let process = Int32(digits), kill(process, 0) == 0 || errno != ESRCH { continue }
      unlink(folder + name)
    }
  }
}

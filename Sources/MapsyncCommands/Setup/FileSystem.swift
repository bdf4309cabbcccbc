import EmbeddedSystems

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few things that commands ask of files and folders.
enum FileSystem {
  static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  /// The path without links and dots; nil where nothing stands there.
  static func realPath(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path as a folder sees it.
  static func path(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  static func makeFolder(_ path: String) throws(CommandFailure) {
    if exists(path) { return }
    let parent = folder(of: path)
    if parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("make the folder", path) }
  }

  /// A file's bytes, at most `limit` of them.
  static func read(_ path: String, limit: Int) throws(CommandFailure) -> [UInt8] {
    guard let file = fopen(path, "r") else { throw failure("read", path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < limit {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    guard ferror(file) == 0 else { throw failure("read", path) }
    return bytes
  }

  /// Writes a new file, which appears whole; leaves one that is there as it is.
  static func create(_ path: String, _ text: String) throws(CommandFailure) {
    let draft = FileDraft(of: path)
    defer { draft.remove() }
    guard let file = fopen(draft.path, "wx") else { throw failure("write", path) }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count, draft.finish() else {
      throw failure("write", path)
    }
  }

  /// Takes a file away that this process has just made.
  static func remove(_ path: String) { unlink(path) }

  /// Takes a folder away that this process has just made, where nothing is in it.
  static func removeEmptyFolder(_ path: String) { rmdir(path) }

  private static func failure(_ verb: String, _ path: String) -> CommandFailure {
    CommandFailure("cannot \(verb) \(path): \(String(cString: strerror(errno)))")
  }
}

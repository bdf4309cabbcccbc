#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files and folders, straight on the system's calls: `mapc` starts in a few milliseconds.
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

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The same; that it cannot be said is an error.
  static func hasFolder(_ path: String) throws -> Bool {
    if isFolder(path) { return true }
    guard access(path, F_OK) != 0, errno != ENOENT, errno != ENOTDIR else { return false }
    throw failure("read the folder", path)
  }

  /// Compares contents; `==` of arrays goes byte by byte.
  static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.count == other.count
      && one.withUnsafeBytes { one in
        other.withUnsafeBytes { other in
          guard let one = one.baseAddress, let start = other.baseAddress else { return true }
          return memcmp(one, start, other.count) == 0
        }
      }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Names in a folder in alphabetical order.
  static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw failure("read the folder", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of what is a file; a pipe or a device might never end.
  static func readFile(_ path: String, limit: Int) throws(CommandFailure) -> [UInt8] {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG,
      status.st_mode & S_IFMT != S_IFDIR
    {
      throw CommandFailure(sentence: "cannot read \(path): it is no file")
    }
    return try read(path, limit: limit)
  }

  /// A file's bytes, at most `limit` of them.
  static func read(_ path: String, limit: Int = .max) throws(CommandFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("read", path) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw CommandFailure(sentence: "cannot read \(path): it is a folder")
    }
    var bytes: [UInt8] = []
    let expected = min(Int(status.st_size) + 1, limit)
    while bytes.count < limit {
      let room = min(max(expected - bytes.count, 4096), limit - bytes.count)
      var problem: Int32 = 0
      var count = 0
      let more = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        repeat {
          #if canImport(Glibc)
            count = Glibc.read(descriptor, buffer.baseAddress, room)
          #else
            count = Darwin.read(descriptor, buffer.baseAddress, room)
          #endif
          problem = count < 0 ? errno : 0
        } while problem == EINTR
        initialized = max(0, count)
      }
      guard problem == 0 else { throw failure("read", path, problem) }
      if more.isEmpty { break }
      if bytes.isEmpty { bytes = more } else { bytes += more }
    }
    return bytes
  }

  /// Writes a file whole or not at all; whoever could read and write it still can.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let staged = try stage(bytes, for: path)
    var status = stat()
    if stat(path, &status) == 0 { chmod(staged, status.st_mode & 0o7777) }
    try move(staged, to: path)
  }

  /// Writes what shall stand at a path beside it, and says where; nothing is left where that fails.
  static func stage(_ bytes: [UInt8], for path: String) throws(CommandFailure) -> String {
    let staged = path + stagedEnding
    let descriptor = open(staged, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw failure("write", path) }
    var problem = write(bytes, to: descriptor)
    if close(descriptor) != 0, problem == 0 { problem = errno }
    if problem != 0 {
      unlink(staged)
      throw failure("write", path, problem)
    }
    return staged
  }

  /// Of files that are not whole yet; of no other process's.
  private static let stagedEnding = ".mapc-\(getpid())"

  /// Puts a file in the place of another, whole.
  static func move(_ staged: String, to path: String) throws(CommandFailure) {
    guard rename(staged, path) != 0 else { return }
    let problem = errno
    unlink(staged)
    throw failure("write", path, problem)
  }

  /// - Returns: the system's number of what went wrong, or 0.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer
      while !rest.isEmpty {
        #if canImport(Glibc)
          let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        #else
          let written = Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return errno }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
      return 0
    }
  }

  static func remove(_ path: String) throws {
    guard unlink(path) == 0 else { throw failure("remove", path) }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws {
    if isFolder(path) { return }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for count in 1...parts.count {
      let folder = parts.prefix(count).joined(separator: "/")
      if folder.isEmpty || isFolder(folder) { continue }
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
        throw failure("make the folder", folder)
      }
    }
  }

  /// When a file was last changed, in nanoseconds; nil where there is none.
  static func changed(_ path: String) -> Int64? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Glibc)
      return Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    #else
      return Int64(status.st_mtimespec.tv_sec) * 1_000_000_000
        + Int64(status.st_mtimespec.tv_nsec)
    #endif
  }

  private static func failure(
    _ what: String, _ path: String, _ problem: Int32 = errno
  ) -> CommandFailure {
    CommandFailure(sentence: "cannot \(what) \(path): \(String(cString: strerror(problem)))")
  }
}

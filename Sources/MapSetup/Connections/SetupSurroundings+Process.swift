#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SetupSurroundings {
  /// Those of this process; paths are relative to the setup's folder.
  public static func process(folder: String) -> SetupSurroundings {
    SetupSurroundings(
      variable: { name in getenv(name).map { String(cString: $0) } },
      mode: { path in
        var facts = stat()
        guard stat(Self.path(path, in: folder), &facts) == 0 else { return nil }
        return UInt32(facts.st_mode & 0o777)
      },
      text: { path in
        guard let file = fopen(Self.path(path, in: folder), "r") else { return nil }
        defer { fclose(file) }
        // No secret is longer.
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
      },
      rights: { path in
        let path = Self.path(path, in: folder)
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return FileRights(
          isFolder: facts.st_mode & S_IFMT == S_IFDIR, canRead: access(path, R_OK) == 0,
          canWrite: access(path, W_OK) == 0)
      })
  }
}

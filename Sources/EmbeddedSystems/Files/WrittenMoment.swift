#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// When a file was written last, and how long it was by then.
struct WrittenMoment: Equatable, Sendable {
  private let seconds: Int
  private let nanoseconds: Int
  private let size: Int64

  /// Nil where nothing stands there.
  init?(_ path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    #if canImport(Glibc)
      let time = facts.st_mtim
    #else
      let time = facts.st_mtimespec
    #endif
    seconds = time.tv_sec
    nanoseconds = time.tv_nsec
    size = Int64(facts.st_size)
  }
}

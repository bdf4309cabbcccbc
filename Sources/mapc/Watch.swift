#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Does something now and whenever a project's files change.
enum Watch {
  /// How long a change may stay unseen, in microseconds.
  private static let interval: UInt32 = 200_000

  static func run(_ root: String, _ body: () throws -> Void) throws -> Never {
    var stamp = ProjectReader.stamp(root)
    while true {
      // What cannot be read now may be there again after the next change, as between two branches.
      do { try body() } catch let failure as CommandFailure {
        Terminal.error("mapc: \(failure.sentence)\n")
      }
      while ProjectReader.stamp(root) == stamp { usleep(interval) }
      stamp = ProjectReader.stamp(root)
      Terminal.output("\n")
    }
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Work on independent parts, on all processors. Straight on the system's threads: the runtime of
/// Swift's tasks would add to every start of the program.
public enum Parallel {
  /// More threads than these wait for memory.
  private static let mostThreads = 8
  /// A thread with fewer parts to do is not worth its start.
  private static let fewestParts = 4

  /// The results for 0 up to `count`, in order, as `body` gives them on one thread or several.
  public static func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    // How many processors there are is a question to the system, which few parts are not worth.
    guard count >= 2 * fewestParts else { return (0..<count).map(body) }
    let processors = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let threads = min(processors, mostThreads, count / fewestParts)
    guard threads > 1 else { return (0..<count).map(body) }
    // So many at a time that the threads end together and seldom wait for each other.
    let piece = min(max(count / (threads * 8), 1), 16)
    return withoutActuallyEscaping(body) { body in
      [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
        guard let first = buffer.baseAddress else { return }
        // Each part is written by the one thread that took it.
        nonisolated(unsafe) let results = first
        WorkQueue(count: count, piece: piece) { part in
          (results + part).initialize(to: body(part))
        }.run(on: threads)
        initialized = count
      }
    }
  }
}

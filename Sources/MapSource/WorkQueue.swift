#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Parts of some work that threads take piece by piece.
///
/// The only state that threads share is the next part, which the lock guards; `body` is `@Sendable`.
final class WorkQueue: @unchecked Sendable {
  /// As on the main thread of Linux; other systems give new threads much less.
  private static let stackBytes = 8 << 20

  private let count: Int
  private let piece: Int
  private let body: @Sendable (Int) -> Void
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var next = 0

  init(count: Int, piece: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.piece = piece
    self.body = body
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Does all the work on so many threads, this one among them; fewer where none can be started.
  func run(on threads: Int) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, Self.stackBytes)
    var started: [pthread_t] = []
    for _ in 1..<threads {
      let queue = Unmanaged.passRetained(self).toOpaque()
      if let thread = Self.start(&attributes, queue) {
        started.append(thread)
      } else {
        Unmanaged<WorkQueue>.fromOpaque(queue).release()
      }
    }
    pthread_attr_destroy(&attributes)
    work()
    for thread in started { pthread_join(thread, nil) }
  }

  private static func start(
    _ attributes: UnsafePointer<pthread_attr_t>, _ queue: UnsafeMutableRawPointer
  ) -> pthread_t? {
    #if canImport(Glibc)
      let thread = UnsafeMutablePointer<pthread_t>.allocate(capacity: 1)
    #else
      let thread = UnsafeMutablePointer<pthread_t?>.allocate(capacity: 1)
    #endif
    defer { thread.deallocate() }
    return pthread_create(thread, attributes, main, queue) == 0 ? thread.pointee : nil
  }

  #if canImport(Glibc)
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
      { queue in
        if let queue { Unmanaged<WorkQueue>.fromOpaque(queue).takeRetainedValue().work() }
        return nil
      }
  #else
    private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      { queue in
        Unmanaged<WorkQueue>.fromOpaque(queue).takeRetainedValue().work()
        return nil
      }
  #endif

  private func work() {
    while true {
      let parts = take()
      if parts.isEmpty { return }
      for part in parts { body(part) }
    }
  }

  private func take() -> Range<Int> {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    let parts = next..<min(next + piece, count)
    next = parts.upperBound
    return parts
  }
}

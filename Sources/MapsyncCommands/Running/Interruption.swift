import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ends work in good order when a person or the machine asks for it.
enum Interruption {
  /// Runs a body that is cancelled by Ctrl-C or SIGTERM; a second one ends the process at once.
  ///
  /// - Returns: What the body came to, and the name of the signal that cut it short; nil where none
  ///   came.
  static func cancelling<Result: Sendable>(
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> (result: Result, signal: String?) {
    let task = Task { try await body() }
    let came = CameSignal()
    let sources = [(SIGINT, "SIGINT"), (SIGTERM, "SIGTERM")].map { number, name in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        came.note(name)
        task.cancel()
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    let result = try await task.value
    return (result, came.name)
  }
}

/// The first signal that came.
private final class CameSignal: Sendable {
  private let first = Mutex<String?>(nil)

  var name: String? { first.withLock { $0 } }

  func note(_ name: String) { first.withLock { $0 = $0 ?? name } }
}

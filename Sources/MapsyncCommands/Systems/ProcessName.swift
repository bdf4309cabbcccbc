#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How this process is called where others have to wait for it.
enum ProcessName {
  /// Such as 'mapsync full' (process 4711).
  static var own: String {
    let words = CommandLine.arguments.prefix(2)
    let program = words.first?.split(separator: "/").last.map(String.init) ?? "mapsync"
    let command = words.dropFirst().first { !$0.hasPrefix("-") }
    let name = ([program] + (command.map { [$0] } ?? [])).joined(separator: " ")
    return "'\(name)' (process \(getpid()))"
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output and standard error.
enum Terminal {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns that standard output has; nil where it is no terminal and nobody says.
  static var width: Int? { width(of: STDOUT_FILENO) }

  /// The same of standard error.
  static var errorWidth: Int? { width(of: STDERR_FILENO) }

  private static func width(of descriptor: Int32) -> Int? {
    if let said = Environment.value("COLUMNS").flatMap({ Int($0) }), said > 0 { return said }
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }

  /// Writes what was asked for; the program ends with 2 where not all of it can be written.
  static func output(_ text: String) {
    let problem = write(text, to: STDOUT_FILENO)
    guard problem != 0 else { return }
    error("mapc: cannot write the output: \(String(cString: strerror(problem)))\n")
    exit(2)
  }

  static func error(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// - Returns: the system's number of what went wrong, or 0.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let base = rest.baseAddress, !rest.isEmpty {
        #if canImport(Glibc)
          let written = Glibc.write(descriptor, base, rest.count)
        #else
          let written = Darwin.write(descriptor, base, rest.count)
        #endif
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return errno }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
      return 0
    }
  }
}

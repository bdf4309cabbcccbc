#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output and standard error.
enum Terminal {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The columns that standard output has; nil where it is no terminal and `COLUMNS` does not say.
  static var width: Int? { width(of: STDOUT_FILENO) }

  /// The same of standard error.
  static var errorWidth: Int? { width(of: STDERR_FILENO) }

  /// Whether to colour what goes to a terminal, where nobody says: `NO_COLOR` asks for none.
  static var colorsOutput: Bool { isTerminal && getenv("NO_COLOR") == nil }

  /// The same of standard error.
  static var colorsErrors: Bool { isErrorTerminal && getenv("NO_COLOR") == nil }

  private static func width(of descriptor: Int32) -> Int? {
    if let said = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), said > 0 { return said }
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }

  static func output(_ text: String) { write(text, to: STDOUT_FILENO) }

  static func error(_ text: String) { write(text, to: STDERR_FILENO) }

  private static func cannotAnswer(_ reason: Int32) -> Never {
    error("mapsync: the answer cannot be written: \(String(cString: strerror(reason)))\n")
    exit(2)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let base = rest.baseAddress, !rest.isEmpty {
        #if canImport(Glibc)
          let written = Glibc.write(descriptor, base, rest.count)
        #else
          let written = Darwin.write(descriptor, base, rest.count)
        #endif
        if written < 0, errno == EINTR { continue }
        guard written > 0 else {
          // An answer that cannot be given whole is none; who closed the pipe asked for no more.
          if descriptor == STDOUT_FILENO, errno != EPIPE { cannotAnswer(errno) }
          return
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }
}

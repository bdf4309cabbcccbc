import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `mapc import`: hands over to `mapc-import`, which stands beside `mapc`. Reading what systems send
/// takes libraries that would make every start of `mapc` slower.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Writes table files from what a system says of itself, or compares them with it.",
    discussion: """
      A program of its own, mapc-import, does it; 'mapc import --help' shows what it takes.

      Example: mapc import csdl metadata.xml --tables account,contact --output .
      """)

  @Argument(help: "What the program takes.")
  var arguments: [String] = []

  func run() throws { throw try Self.sibling(arguments[...]) }

  /// Becomes the program beside this one; comes back only where that fails.
  /// - Returns: why the program did not start.
  static func sibling(_ arguments: ArraySlice<String>) throws(CommandFailure) -> CommandFailure {
    guard let own = ownPath, let slash = own.lastIndex(of: "/") else {
      return CommandFailure(sentence: "cannot tell where mapc is, beside which mapc-import stands")
    }
    let path = own[..<slash] + "/" + program
    guard FileSystem.exists(String(path)) else {
      throw CommandFailure(
        sentence:
          "there is no \(program) beside mapc in \(own[..<slash]), and 'mapc import' is that "
          + "program; 'make install' puts both there, and so does 'swift build'")
    }
    var texts: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    texts.append(nil)
    execv(String(path), texts)
    let problem = errno
    for text in texts { free(text) }
    return CommandFailure(sentence: "cannot start \(path): \(String(cString: strerror(problem)))")
  }

  private static let program = "mapc-import"

  /// Where this program is, links followed.
  private static var ownPath: String? {
    #if canImport(Glibc)
      return FileSystem.realPath("/proc/self/exe")
    #else
      var size = UInt32(PATH_MAX)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return FileSystem.realPath(
        String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self))
    #endif
  }
}

import MapSource

/// A small project and the findings that it must give, neither more nor fewer.
///
/// A line `#--- PATH` begins a file, `#--- use PATH…` takes files from `Base/`. Expectations stand in
/// comments, which the compiler does not see: `#~ error NAME "part of the message"` on the line
/// itself, `#~^` on the line below it, `#~v` on the line above; `warning` likewise.
struct Case {
  enum Problem: Error {
    case unreadable(String)
  }

  /// `GROUP/NAME`.
  let name: String
  private(set) var files: [SourceFile] = []
  private(set) var expected: [Expectation] = []
  /// Why its mappings cannot be given other names, if they cannot: `#! not renamed: …`.
  private(set) var notRenamed: String?

  var group: String { name.split(separator: "/").first.map(String.init) ?? "" }

  init(_ name: String, text: String, base: (String) throws -> [UInt8]) throws {
    self.name = name
    var path: String?
    var lines: [String] = []
    var above: [Expectation] = []
    func finish() {
      guard let path else { return }
      files.append(SourceFile(path: path, bytes: Expansion.bytes(of: lines)))
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#--- use ") {
        for used in line.dropFirst(9).split(separator: " ") {
          files.append(SourceFile(path: String(used), bytes: try base(String(used))))
        }
      } else if line.hasPrefix("#--- ") {
        finish()
        (path, lines) = (String(line.dropFirst(5)), [])
      } else if let path {
        let pieces = line.split(separator: "#~", omittingEmptySubsequences: false)
        let rest = pieces[0]
        let isComment = pieces.count > 1 && rest.allSatisfy { $0 == " " }
        if !isComment {
          lines.append(Self.withoutTrail(rest, cut: pieces.count > 1))
          expected += above.map { $0.at(lines.count) }
          above = []
        }
        for piece in pieces.dropFirst() {
          let expectation = try Expectation(piece, in: path, line: lines.count)
          if piece.hasPrefix("v") {
            above.append(expectation)
          } else {
            expected.append(expectation)
          }
        }
      } else if line.hasPrefix("#! not renamed: ") {
        notRenamed = String(line.dropFirst(16))
      } else if !line.isEmpty, !line.hasPrefix("#") {
        throw Problem.unreadable("\(name): \(line)")
      }
    }
    finish()
    guard above.isEmpty else { throw Problem.unreadable("\(name): '#~v' on the last line") }
    files.sort { $0.path < $1.path }
  }

  private static func withoutTrail(_ line: Substring, cut: Bool) -> String {
    var line = line
    while cut, line.last == " " { line.removeLast() }
    return String(line)
  }
}

import MapSource

/// A finding that a case must give.
struct Expectation: Equatable, CustomStringConvertible {
  let severity: Severity
  let name: String
  /// A part of its message, its label or its notes.
  let part: String
  let path: String
  let line: Int

  /// - Parameter text: what follows `#~`: `error NAME "PART"`, behind `^` or `v`.
  init(_ text: Substring, in path: String, line: Int) throws {
    let pattern = #/[\^v]?\s*(error|warning) ([a-z-]+) "(.+)"\s*/#
    guard let match = try pattern.wholeMatch(in: text) else {
      throw Case.Problem.unreadable("\(path):\(line): #~\(text)")
    }
    self.init(
      severity: match.1 == "error" ? .error : .warning, name: String(match.2),
      part: String(match.3), path: path, line: line)
  }

  private init(severity: Severity, name: String, part: String, path: String, line: Int) {
    self.severity = severity
    self.name = name
    self.part = part
    self.path = path
    self.line = line
  }

  func at(_ line: Int) -> Expectation {
    Expectation(severity: severity, name: name, part: part, path: path, line: line)
  }

  func fits(_ found: Found) -> Bool {
    found.severity == severity && found.name == name && found.path == path
      && found.line == line && found.message.contains(part)
  }

  var description: String { "\(path):\(line): \(severity.name): …\(part)… [\(name)]" }
}

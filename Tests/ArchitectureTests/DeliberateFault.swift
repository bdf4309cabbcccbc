/// A fault of `Tests/Outside/faults.txt`: a place in the engine and what somebody could have written
/// there instead.
struct DeliberateFault: CustomStringConvertible {
  let name: String
  private(set) var file = ""
  /// The scenarios that notice it first; by their beginnings.
  private(set) var breaks: [String] = []
  /// The tests that notice it, as filters that begin with their target.
  private(set) var tests: [String] = []
  private(set) var before: [String] = []
  private(set) var after: [String] = []

  var description: String { name }

  static func all() throws -> [DeliberateFault] {
    var faults: [DeliberateFault] = []
    for line in try Repository.text(of: "Tests/Outside/faults.txt").split(separator: "\n") {
      if let name = line.after("== ") {
        faults.append(DeliberateFault(name: name))
      } else if !line.hasPrefix("#"), !faults.isEmpty {
        faults[faults.count - 1].read(line)
      }
    }
    return faults
  }

  private mutating func read(_ line: Substring) {
    if let file = line.after("file: ") { self.file = file }
    if let breaks = line.after("breaks: ") { self.breaks = Self.parts(breaks) }
    if let tests = line.after("tests: ") { self.tests = Self.parts(tests) }
    if let line = line.after("- ") { before.append(line) }
    if let line = line.after("+ ") { after.append(line) }
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }
}

extension Substring {
  fileprivate func after(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}

import MapCheck
import MapSource

/// The explanation of a finding: why it is one, and two projects.
struct FindingPage {
  let entry: FindingEntry

  init(_ entry: FindingEntry) { self.entry = entry }

  var text: String {
    var text =
      "\(entry.severity.name)[\(entry.name)]: \(entry.summary)\n\n\(Self.wrapped(entry.why))\n"
    text += "\nWrong:\n\n" + Self.indented(entry.wrong)
    return text + "\nRight:\n\n" + Self.indented(changes(entry.right))
  }

  /// The files of the right example that differ from those of the wrong one.
  private func changes(_ right: String) -> String {
    let wrong = ExampleProject.files(of: entry.wrong)
    let changed = ExampleProject.files(of: right).filter { file in
      !wrong.contains { $0.path == file.path && $0.bytes == file.bytes }
    }
    return changed.map { "#--- \($0.path)\n\($0.text(0, $0.bytes.count))" }
      .joined(separator: "\n")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  /// Words on lines of at most 80 characters.
  private static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= 80 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}

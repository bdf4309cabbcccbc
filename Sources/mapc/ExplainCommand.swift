import ArgumentParser
import MapCheck
import MapSource

/// `mapc explain`: what a finding means, with a wrong and a right example.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a finding means, with a wrong and a right example.",
    discussion: """
      Without a name, it lists all findings.

      Example: mapc explain text-truncation
      """)

  @Argument(
    help: "The finding's name.",
    completion: .list(FindingCatalogue.all.map(\.name)))
  var name: String?

  func run() throws {
    guard let name else { return Terminal.output(Self.list()) }
    guard let entry = FindingCatalogue.entry(name) else {
      let nearest = Spelling.nearest(to: name, among: FindingCatalogue.all.map(\.name))
      let way = nearest.map { "; did you mean '\($0)'?" } ?? "; 'mapc explain' lists them"
      throw CommandFailure(sentence: "'\(name)' is not a finding\(way)")
    }
    Terminal.output(Self.page(of: entry))
  }

  private static func list() -> String {
    FindingGroup.allCases.map { group in
      let entries = FindingCatalogue.all.filter { $0.group == group }
      let width = entries.map(\.name.count).max() ?? 0
      return group.rawValue + "\n"
        + entries.map { entry in
          let space = String(repeating: " ", count: width - entry.name.count)
          return "  \(entry.name)\(space)  \(entry.summary)\n"
        }.joined()
    }
    .joined(separator: "\n")
  }

  private static func page(of entry: FindingEntry) -> String {
    var page = "\(entry.name) (\(entry.group.rawValue), \(entry.severity.name))\n\n"
    page += entry.summary + "\n\n" + entry.why + "\n"
    if let wrong = entry.wrong { page += "\nWrong:\n\n" + indented(wrong) }
    if let right = entry.right { page += "\nRight:\n\n" + indented(right) }
    return page
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }
}

import ArgumentParser
import MapCheck
import MapSource

/// `mapc explain`: why a finding is one, with a wrong and a right example.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why a finding is one, with a wrong and a right example.",
    discussion: """
      Without a name, lists every finding that there is.

      Example: mapc explain text-truncation
      """)

  @Argument(
    help: "The finding's name.",
    completion: .list(FindingCatalogue.all.map(\.name)))
  var name: String?

  func run() throws {
    guard let name else {
      Terminal.output(FindingList.text)
      return
    }
    guard let entry = FindingCatalogue.entry(name) else {
      let names = FindingCatalogue.all.map(\.name)
      let meant = Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" }
      throw CommandFailure(sentence: "there is no finding '\(name)'\(meant ?? "")")
    }
    Terminal.output(FindingPage(entry).text)
  }
}

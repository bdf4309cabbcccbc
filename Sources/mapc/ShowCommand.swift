import ArgumentParser
import MapEmit
import MapSource

/// `mapc show`: one mapping as compiled.
struct ShowCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one mapping as compiled: what holds, and who said so.",
    discussion: """
      Types, directions, lengths, prerequisites, and for every answer whether the field map, the \
      mapping's defaults, the project's defaults or the language gives it.

      Example: mapc show CUSTOMER --features team-ownership
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var features: FeatureOption

  @Argument(help: "The mapping.", completion: Completions.mapping)
  var mapping: String

  @Option(help: "How the mapping is written.")
  var format: Format = .text

  func run() throws {
    let project = try PlannedProject.open(global)
    let checked = project.plan.checked
    guard let place = checked.place(of: mapping) else {
      let names = checked.model.mappings.map(\.name.value)
      let meant = Spelling.nearest(to: mapping, among: names).map { "; did you mean '\($0)'?" }
      throw CommandFailure(sentence: "there is no mapping '\(mapping)'\(meant ?? "")")
    }
    let set = try features.set(in: checked.features)
    guard let shown = ShownMapping.of(place, in: project.plan, under: set, sources: project.sources)
    else {
      let deciding = project.plan.features(deciding: place, in: set).joined(separator: ", ")
      Terminal.error("mapc: '\(mapping)' does not exist under \(deciding)\n")
      throw ExitCode(1)
    }
    let root = try global.resolvedRoot()
    let text = ShownMappingText { DisplayPath.relative($0, root: root) }
    Terminal.output(format == .json ? shown.json : text.render(shown))
  }
}

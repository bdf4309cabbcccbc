import ArgumentParser
import MapRuntime
import MapSync

/// `mapsync skipped`: records that rest, and couplings whose partner is gone (R D-35 to D-38).
struct SkippedCommand: AsyncParsableCommand {
  /// What becomes of the record whose partner is gone.
  enum Answer: String, ExpressibleByArgument, CaseIterable {
    case uncouple, restore, delete
  }

  static let configuration = CommandConfiguration(
    commandName: "skipped",
    abstract: "Lists records that rest until they are retried.",
    discussion: """
      With --find-deleted, looks through a mapping's couplings for partners that are gone. --then \
      says what becomes of the record that is left: uncouple it, restore its partner from it, or \
      delete it.

      Example: mapsync skipped CUSTOMER --find-deleted --then restore
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "Only those of this mapping.")
  var mapping: String?

  @Flag(help: "Look for couplings whose partner is gone, and mark them as skipped.")
  var findDeleted = false

  @Option(help: "What becomes of the records that are left.")
  var then: Answer?

  func validate() throws {
    if then != nil && !findDeleted { throw ValidationError("--then goes with --find-deleted") }
  }

  func run() async throws {
    let workspace = findDeleted ? try await setup.work() : try await setup.look()
    let integration = workspace.integration
    let mappings = try integration.chosen(mapping.map { [$0] } ?? [])
    if findDeleted, let reports = try await settle(mappings, integration) {
      return try await format.report(reports, integration)
    }
    let name = mapping == nil ? nil : mappings.first?.name
    let entries = try await integration.state.entries(
      EntryQuery(mapping: name, kinds: [.skipped]))
    let answer = EntryListAnswer(entries)
    try format.write(answer, text: answer.text("no skipped records\n"))
  }

  /// Looks for lost partners and does with them what was said; nil where nothing was.
  private func settle(
    _ mappings: [BoundMapping], _ integration: Integration
  ) async throws -> [JobReport]? {
    var reports: [JobReport] = []
    for mapping in mappings {
      var refused: Set<String> = []
      _ = try await LostPartners(integration).find(mapping) {
        partners, lost throws(StoreFailure) in
        switch then {
        case .uncouple:
          reports.append(
            try await Coupler(partners.integration).uncouple(
              mapping, bcIDs: lost.map(\.coupling.bcID)))
        case .restore: reports += try await partners.restore(mapping, lost)
        case .delete: refused.formUnion(reasons(try await partners.delete(mapping, lost)))
        case nil: break
        }
      }
      guard refused.isEmpty else {
        for reason in refused.sorted() { Terminal.error("\(mapping.name): \(reason)\n") }
        throw ExitCode(1)
      }
    }
    return then == nil || then == .delete ? nil : reports
  }

  private func reasons(_ results: [WriteResult]) -> [String] {
    results.compactMap { result in
      switch result {
      case .refused(let reason), .failed(let reason): reason
      case .stale: "changed meanwhile"
      case .written, .missing: nil
      }
    }
  }
}

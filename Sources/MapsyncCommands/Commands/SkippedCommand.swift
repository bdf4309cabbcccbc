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
      delete it. Each is a job of its own in 'mapsync jobs'; what the system does not let go is said \
      with its reason, and exits 1.

      Example: mapsync skipped CUSTOMER --find-deleted --then restore
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "Only those of this mapping.", completion: Completions.mapping)
  var mapping: String?

  @OptionGroup var list: ListOptions

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
    let reports = findDeleted ? try await settle(mappings, integration) : []
    if then != nil { return try await format.report(reports, integration) }
    let name = mapping == nil ? nil : mappings.first?.name
    let answer = try await EntryListAnswer(
      EntryQuery(
        mapping: name, among: integration.mappings.map(\.name), kinds: [.skipped],
        limit: list.limit(unlessSaid: 100)),
      integration.state)
    if !reports.isEmpty {
      let jobs = JobAnswer(reports, entries: answer.entries)
      return try format.write(jobs, text: jobs.text + ListOptions.more(answer.more))
    }
    try format.write(answer, text: answer.text("no skipped records\n"))
  }

  /// Looks for lost partners and does with them what was said: the jobs in which something was done.
  private func settle(
    _ mappings: [BoundMapping], _ integration: Integration
  ) async throws(StoreFailure) -> [JobReport] {
    var reports: [JobReport] = []
    for mapping in mappings {
      var deleted = JobSeries()
      let ended = try await LostPartners(integration).find(mapping) {
        partners, lost throws(StoreFailure) in
        switch then {
        case .uncouple:
          reports += try await Coupler(partners.integration).uncouple(
            mapping, bcIDs: lost.map(\.coupling.bcID))
        case .restore: reports += try await partners.restore(mapping, lost)
        case .delete: try await partners.delete(mapping, lost, &deleted)
        case nil: break
        }
      }
      reports += ended + deleted.reports
    }
    return reports
  }
}

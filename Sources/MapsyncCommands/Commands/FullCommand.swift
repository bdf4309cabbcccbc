import ArgumentParser
import MapRuntime
import MapSource
import MapStoreSQLite
import MapSync

/// `mapsync full`: every mapping, prerequisites first (F9).
struct FullCommand: AsyncParsableCommand {
  /// The lock that a full synchronization holds while it runs.
  static let lock = "full"

  static let configuration = CommandConfiguration(
    commandName: "full",
    abstract: "Synchronizes everything, prerequisites first, independent mappings side by side.",
    discussion: """
      Ctrl-C stops it in good order; --resume goes on, also after a crash, and --anew gives the stopped \
      run up and begins a new one: without either, nothing runs while the last run is not finished. \
      'mapsync status' shows it from another terminal, page by page.

      Example: mapsync full --review
      Example: mapsync full
      Example: mapsync full --only CUSTOMER --fully CUSTOMER

      After a file was put back from a backup, lost or changed for another one, every command that \
      works refuses to, and --after-restore settles it: all records are looked at again, what differs \
      counts as changed on both sides, couplings whose record is gone rest, and nothing is created \
      that may be there already: such records rest until a person couples or retries them.

      Example: mapsync full --after-restore

      After a mapping was changed, --older takes the records that it wrote as it was before, and no \
      others; what differs is written, and what is equal is only marked. It can be stopped and begun \
      again at any time.

      Example: mapsync full --older CUSTOMER --review
      Example: mapsync full --older CUSTOMER

      For crash tests, MAPSYNC_KILL_AT=after-write:17 kills the process the 17th time that a page \
      was written (or after-intent, after-coupling).
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Flag(help: "Only show every mapping with what is recommended and why.")
  var review = false

  @Flag(help: "Go on with the last run, where it stopped.")
  var resume = false

  @Flag(help: "Begin a new run although the last one was stopped; that one is given up.")
  var anew = false

  @Option(
    help: ArgumentHelp("Only these mappings, by commas, from the start.", valueName: "names"),
    completion: Completions.mappingList)
  var only: String?

  @Option(
    help: ArgumentHelp(
      "These mappings, by commas, in full where the review says to couple.", valueName: "names"),
    completion: Completions.mappingList)
  var fully: String?

  @Option(
    help: ArgumentHelp(
      "Only records that these mappings, by commas, wrote before they were changed.",
      valueName: "names"),
    completion: Completions.mappingList)
  var older: String?

  @Flag(help: "Look at all records again after a file was put back, and go on from there.")
  var afterRestore = false

  @Option(help: "How many mappings run at a time.")
  var width = 4

  func validate() throws {
    if resume && (anew || review || only != nil || fully != nil) {
      throw ValidationError("--resume goes on with a run as it was begun; leave the others out")
    }
    if afterRestore && (resume || anew || review || only != nil || fully != nil) {
      throw ValidationError("--after-restore looks at everything; leave the others out")
    }
    if older != nil && (resume || anew || only != nil || fully != nil || afterRestore) {
      throw ValidationError("--older takes no others but --review")
    }
    if width < 1 { throw ValidationError("--width is at least 1") }
  }

  func run() async throws {
    let workspace =
      afterRestore
      ? try await setup.afterRestore()
      : review ? try await setup.preview() : try await setup.runs()
    let integration = workspace.integration
    if let older { return try await OlderRun(workspace, format).run(older, isReview: review) }
    if review {
      let answer = FullRunAnswer(review: try await lines(integration), integration)
      return try format.write(answer, text: answer.reviewText)
    }
    // After a restoration the workspace holds it already.
    let lock = afterRestore ? nil : try workspace.state.acquireRunner(Self.lock)
    guard afterRestore || lock != nil else {
      throw CommandFailure("a full synchronization is running; 'mapsync status' shows it")
    }
    defer { lock?.release() }
    let full = FullSynchronization(integration, width: width, isAfterRestore: afterRestore)
    if !resume { try await settleLast(full) }
    let begun = resume ? try await last(integration) : try await full.start(lines(integration))
    let display = ProgressDisplay(begun, integration)
    let ended: FullRun
    do {
      ended = try await Interruption.cancelling {
        try await full.go(begun) { display.update($0) }
      }.result
    } catch let failure as StoreFailure {
      display.finish()
      throw CommandFailure("\(failure.sentence); then 'mapsync full \(goOn)' goes on")
    }
    display.finish()
    // As it is remembered: with its end.
    let run = try await integration.state.runs(limit: 1).first { $0.id == ended.id } ?? ended
    let answer = FullRunAnswer(run, integration, isRunning: false)
    try format.write(answer, text: answer.text)
    if run.lines.contains(where: { $0.status == .stopped || $0.status == .waiting }) {
      Terminal.error("mapsync: stopped; 'mapsync full \(goOn)' goes on\n")
      throw ExitCode(1)
    }
    if afterRestore { try await settle(workspace) }
    if answer.hasFailures { throw ExitCode(1) }
  }

  /// A run that was stopped goes on or is given up, as a person says.
  private func settleLast(_ full: FullSynchronization) async throws {
    guard let run = try await full.unfinished() else {
      if anew { Terminal.error("mapsync: no run was stopped, so that none is given up\n") }
      return
    }
    guard anew || afterRestore else {
      throw CommandFailure(
        "run \(run.id), begun \(run.started), is not finished: 'mapsync full --resume' goes on where "
          + "it stopped, and 'mapsync full --anew' gives it up and begins a new one")
    }
    try await full.giveUp(run)
  }

  private var goOn: String { afterRestore ? "--after-restore" : "--resume" }

  /// All records were looked at: others may work again.
  private func settle(_ workspace: Workspace) async throws {
    try workspace.files.settle()
    let resting = try await workspace.integration.state.entries(
      EntryQuery(
        among: workspace.integration.mappings.map(\.name), kinds: [.skipped], limit: 1))
    if !resting.isEmpty {
      Terminal.error(
        "mapsync: some records rest until a person decides; 'mapsync skipped' lists them\n")
    }
  }

  private func lines(_ integration: Integration) async throws -> [FullRunLine] {
    var lines = try await FullReview(integration, isAfterRestore: afterRestore).lines()
    if let only {
      let names = try names(only, among: lines, integration)
      lines.removeAll { !names.contains($0.mapping) }
    }
    guard let fully else { return lines }
    let names = try names(fully, among: lines, integration)
    // A person may know better than the review (R J-9).
    for place in lines.indices
    where names.contains(lines[place].mapping) && lines[place].recommendation == .couple {
      lines[place].recommendation = .full
      lines[place].reason = "chosen with --fully; the review says to couple"
    }
    return lines
  }

  /// The mappings that a person named; all of them must take part.
  private func names(
    _ text: String, among lines: [FullRunLine], _ integration: Integration
  ) throws -> Set<String> {
    let names = try Set(
      integration.chosen(NameList.names(in: text)).map(\.name))
    for name in names.sorted() where !lines.contains(where: { $0.mapping == name }) {
      throw CommandFailure("\(name) takes no part: its records come with other ones")
    }
    return names
  }

  private func last(_ integration: Integration) async throws -> FullRun {
    guard let run = try await integration.state.runs(limit: 1).first else {
      throw CommandFailure("there is no run to go on with; 'mapsync full' begins one")
    }
    guard run.finished == nil else {
      throw CommandFailure("run \(run.id) is finished; 'mapsync full' begins a new one")
    }
    return run
  }
}

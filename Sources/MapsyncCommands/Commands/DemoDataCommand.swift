import ArgumentParser
import MapSync

/// `mapsync demo-data`: a small company in both embedded systems.
struct DemoDataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo-data",
    abstract: "Fills the embedded systems with a small company's records.",
    discussion: """
      Example: mapsync demo-data --customers 100
      """)

  @OptionGroup var setup: SetupOption

  @Option(help: "How many customers, each with a contact.")
  var customers = 25

  @Option(help: "How many items.")
  var items = 12

  func validate() throws {
    if customers < 0 || items < 0 { throw ValidationError("counts are not negative") }
  }

  func run() async throws {
    let file = try SetupFile(setup.setup)
    let setup = try file.checked()
    let pair = try EmbeddedPair.open(
      setup, folder: file.folder, program: RunningProgram.current)
    let demo = DemoCompany(
      customers: customers, items: items, currency: setup.localCurrency ?? "USD")
    var progress = PageProgress()
    let made = try demo.fill(pair, company: setup.company) { table, done, total in
      progress.tell("\(table): \(Numbers.text(done)) of \(Numbers.text(total))")
    }
    progress.finish()
    for (table, count) in made { Terminal.output("\(table): \(Numbers.text(count))\n") }
  }
}

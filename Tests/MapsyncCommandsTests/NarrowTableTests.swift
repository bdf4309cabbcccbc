import DefaultMappings
import MapSource
import Testing

@testable import MapsyncCommands

@Suite("Tables are as wide as their terminal")
struct NarrowTableTests {
  /// The widest of lines.
  private func width(_ text: String) -> Int {
    text.split(separator: "\n").map(\.count).max() ?? 0
  }

  /// Jobs, one of which says why it failed.
  private var jobs: TextTable {
    var table = TextTable(
      [
        .number("JOB"), .moment("STARTED"), .word("MAPPING"), .text("DIRECTION"), .text("TYPE"),
        .text("BY"),
      ] + CountersAnswer.columns + [.sentence("MESSAGE")])
    table.add(
      ["17", "2026-11-30T20:36:19.222Z", "PLLINE-PRODPRICE", "to-sales", "synchronization"]
        + ["schedule", "1,200", ".", ".", ".", ".", ".", "3", ".", "."]
        + ["the connection broke while the fourth page was written; the next run goes on there"])
    return table
  }

  @Test("a column of nothing but dots, or of nothing at all, is left out")
  func dots() {
    var table = TextTable([.text("NAME"), .number("HELD"), .number("FAILED"), .text("LEFT")])
    table.add(["Adatum", ".", "2", ""])
    table.add(["Contoso", ".", ".", ""])
    #expect(table.text(width: nil) == "NAME     FAILED\nAdatum        2\nContoso       .\n")
    var empty = TextTable([.number("HELD"), .number("FAILED")])
    empty.add([".", "."])
    #expect(empty.text(width: nil) == "HELD\n   .\n", "there is a row, and it says so")
  }

  @Test("nothing stands beyond the terminal's last column", arguments: [80, 120, 200])
  func widths(columns: Int) {
    let text = jobs.text(width: columns)
    #expect(width(text) <= columns, "\(text)")
    #expect(text.contains("PLLINE-PRODPRICE"), "what people type again stays whole: \(text)")
    for word in ["connection", "broke", "fourth page", "there"] {
      #expect(text.contains(word), "a sentence goes on in the next line: \(text)")
    }
  }

  @Test("without a terminal a row is a line, however long")
  func unlimited() {
    #expect(jobs.text(width: nil).split(separator: "\n").count == 2)
    #expect(jobs.text(width: nil).contains("2026-11-30T20:36:19.222Z"))
  }

  @Test("moments become shorter before anything is cut, and what is cut says so")
  func narrowing() {
    var table = TextTable([.moment("STARTED"), .text("TABLE"), .number("N")])
    table.add(["2026-11-30T20:36:19.222Z", "Salesperson/Purchaser", "7"])
    #expect(table.text(width: 46).contains("2026-11-30 20:36:19  Salesperson/Purchaser  7"))
    #expect(table.text(width: 40).contains("11-30 20:36  Salesperson/Purchaser  7"))
    let narrow = table.text(width: 28)
    #expect(narrow.contains("11-30 20:36  Salesperson…  7"), "\(narrow)")
  }

  @Test("what has no room even then goes on in the next line, with nothing lost")
  func groups() {
    var table = TextTable([.word("MAPPING"), .word("FIELDS"), .number("RECORDS")])
    table.add(["PLLINE-PRODPRICE", "uomid-and-productid", "1,000,000"])
    let text = table.text(width: 40)
    #expect(width(text) <= 40, "\(text)")
    #expect(text.contains("\n      1,000,000") || text.contains("1,000,000"), "\(text)")
    #expect(text.contains("uomid-and-productid"))
  }

  @Test("characters that take two columns are counted as two")
  func wide() {
    var table = TextTable([.text("NAME"), .number("N")])
    table.add(["日本語の名前の会社です", "7"])
    table.add(["Adatum", "8"])
    #expect(
      table.text(width: 20).split(separator: "\n").map { DisplayText(String($0)).columns }.max()
        ?? 0 <= 20)
  }

  @Test("on a terminal the titles are bold, and what failed is red")
  func colour() {
    var table = TextTable([.text("NAME"), .standing("STATUS"), .failures("FAILED")])
    table.add(["CUSTOMER", "finished", "3"])
    table.add(["ITEM", "failed", "."])
    let text = table.text(width: 80, style: TerminalStyle(isColored: true))
    #expect(text.hasPrefix("\u{1B}[1mNAME      STATUS    FAILED\u{1B}[0m\n"), "\(text)")
    #expect(text.contains("\u{1B}[1;31m3\u{1B}[0m") && text.contains("\u{1B}[1;31mfailed\u{1B}[0m"))
    #expect(!text.contains("\u{1B}[1;31mfinished"))
  }
}

@Suite("The terminal that a command answers to")
struct TerminalTests {
  @Test("COLUMNS says how wide it is, and JSON knows no width", arguments: [80, 120, 200])
  func columns(width: Int) throws {
    let folder = try DemoFolder.inStep(customers: 2)
    try folder.does("record", "change", "Customer", "10000", "Salesperson Code=")
    let environment = ["COLUMNS": "\(width)"]
    for command in [
      ["mappings"], ["mappings", "CUSTOMER"], ["status"], ["jobs", "--all"], ["why", "10000"],
      ["record", "show", "account", "Adatum"], ["record", "list", "Customer"],
      ["sync", "CUSTOMER", "10000", "--preview"], ["setup", "check"],
    ] {
      let run = try MapsyncProcess(command, in: folder.root, environment: environment)
      let widest = run.output.split(separator: "\n").map(\.count).max() ?? 0
      #expect(widest <= width, "\(command): \(run.output)")
    }
    let list = ["record", "list", "account", "--format", "json"]
    let narrow = try MapsyncProcess(list, in: folder.root, environment: environment)
    #expect(try MapsyncProcess(list, in: folder.root).output == narrow.output)
  }

  @Test("colour is for terminals, or for who asks for it")
  func colour() throws {
    let folder = try DemoFolder(customers: 0)
    #expect(try !folder.does("mappings").contains("\u{1B}"))
    #expect(try folder.does("mappings", "--color", "always").contains("\u{1B}[1mMAPPING"))
    let check = try folder.run("setup", "check", "--color", "always")
    #expect(check.output.contains("\u{1B}[1;33mwarning"), "\(check.output)")
  }
}

@Suite("How far something is that takes a while")
struct PageProgressTests {
  @Test("the demo tells of each page that it made")
  func demo() throws {
    let folder = try DemoFolder()
    try RunningProgram.$current.withValue(Program.self) {
      let file = try SetupFile(folder.path("mapsync.yaml").path)
      let setup = try file.checked()
      let pair = try EmbeddedPair.open(setup, folder: file.folder, program: Program.self)
      var told: [String] = []
      let demo = DemoCompany(customers: 1200, items: 1, currency: "USD")
      _ = try demo.fill(pair, company: setup.company) { told.append("\($0): \($1) of \($2)") }
      #expect(told.contains("Customer: 1000 of 1200") && told.contains("Customer: 1200 of 1200"))
      #expect(told.contains("Item: 1 of 1"))
    }
  }

  @Test("without a terminal it is a line now and then, on one it is one line")
  func lines() {
    final class Told { var text = "" }
    let (told, begin) = (Told(), ContinuousClock.now)
    var seconds = 0
    var progress = PageProgress(
      isTerminal: false, now: { begin + .seconds(seconds) }, write: { told.text += $0 })
    for page in 1...6 {
      seconds += 1
      progress.tell("Customer: \(page)")
    }
    progress.finish()
    #expect(told.text == "Customer: 2\nCustomer: 4\nCustomer: 6\n")
    told.text = ""
    progress = PageProgress(isTerminal: true, write: { told.text += $0 })
    progress.tell("Customer: 1")
    progress.tell("Customer: 2")
    progress.finish()
    #expect(!told.text.contains("\n") && told.text.hasSuffix("Customer: 2\r\u{1B}[K"))
  }
}

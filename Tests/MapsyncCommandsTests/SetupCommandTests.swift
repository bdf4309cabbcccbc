import Foundation
import Testing

@Suite("mapsync init and setup check")
struct SetupCommandTests {
  @Test("what init writes is a setup without problems")
  func initial() throws {
    let folder = try DemoFolder()
    let run = try folder.run("setup", "check")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("both systems are ready"))
  }

  /// Puts settings into the setup.
  private func set(_ folder: DemoFolder, _ settings: String...) throws {
    let lines = settings.map { "  \($0)\n" }.joined()
    try folder.edit { $0 + "settings:\n" + lines }
  }

  @Test(
    "what some documents need and nobody gave is told before the first one, and stops nobody (F18)")
  func lacking() throws {
    let folder = try DemoFolder()
    let run = try folder.run("setup", "check")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    for part in [
      "warning", "lines without a product need one that stands for them",
      "'write-in-product-type' and 'write-in-product-number' have no value",
      "freight needs an account, and the setting 'freight-account' has no value",
      "add a line 'settings:' and indented under it 'freight-account: …'",
    ] {
      #expect(run.output.contains(part), "\(part) is missing")
    }
    try set(folder, "auto-create-sales-orders: true")
    let certain = try folder.run("setup", "check")
    #expect(certain.status == 0, "\(certain.output)\(certain.error)")
    #expect(certain.output.contains("documents with such lines fail until then"))
    #expect(certain.output.contains("documents with freight fail until then"))
    let written = try String(contentsOf: folder.path("mapsync.yaml"), encoding: .utf8)
    let line = written.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex(of: "settings:")
    #expect(certain.output.contains("mapsync.yaml:\((line ?? 0) + 1):"), "\(certain.output)")
    #expect(
      certain.output.contains(
        "add 'write-in-product-type: …' and 'write-in-product-number: …' under 'settings:'"),
      "\(certain.output)")
  }

  @Test("where both sides work on orders, Business Central must archive them (R F-4)")
  func twoWay() throws {
    let folder = try DemoFolder()
    try folder.edit { $0.replacing("- one-way-orders", with: "- both-way-orders") }
    var run = try folder.run("setup", "check")
    #expect(run.status == 1)
    #expect(run.output.contains("'Archive Orders' of Sales & Receivables Setup is off"))
    let command = "mapsync record change 'Sales & Receivables Setup' '' 'Archive Orders=true'"
    #expect(run.output.contains(command), "\(run.output)")
    let list = try folder.run("orders", "list")
    #expect(list.status == 0, "\(list.output)\(list.error)")
    try folder.does("record", "change", "Sales & Receivables Setup", "", "Archive Orders=true")
    run = try folder.run("setup", "check")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("lines without a product need one that stands for them"))
    #expect(run.output.contains("freight needs an account"))
  }

  @Test("a company that begins with orders of both sides archives them (R F-4)")
  func archiving() throws {
    let folder = try DemoFolder()
    try folder.edit { $0.replacing("- one-way-orders", with: "- both-way-orders") }
    try FileManager.default.removeItem(at: folder.path("data"))
    #expect(try folder.run("init").status == 0)
    let run = try folder.run("setup", "check")
    #expect(run.status == 0, "\(run.output)\(run.error)")
  }

  @Test(
    "a beginning that is refused leaves nothing behind",
    arguments: [["--currency", ""], ["--company", ""], ["--currency", "TOOLONG"]])
  func refusedBeginning(options: [String]) throws {
    let folder = try DemoFolder(isMade: false)
    let run = try MapsyncProcess(["init"] + options, in: folder.root)
    #expect(run.status != 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.root.path()) == [])
    if options[1].isEmpty {
      #expect(run.error.hasPrefix("mapsync: \(options[0]) names no "), "\(run.error)")
    }
  }

  @Test("where no documents are taken in, nothing is asked of the setup")
  func none() throws {
    let folder = try DemoFolder()
    try folder.edit { $0.replacing("- one-way-orders", with: "- no-orders") }
    let run = try folder.run("setup", "check")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(!run.output.contains("product"))
  }

  @Test("what the settings name must be in Business Central, can be sold, and is not coupled (F18)")
  func named() throws {
    let folder = try DemoFolder(customers: 2)
    try set(
      folder, "write-in-product-type: Item", "write-in-product-number: WRITE-IN",
      "freight-account: '6610'")
    var run = try folder.run("setup", "check")
    #expect(run.status == 1)
    for part in [
      "the write-in product is Item 'WRITE-IN', which is not there",
      "create it, or give the setting 'write-in-product-number' another value",
      "the account of freight is G/L Account '6610', which is not there",
    ] {
      #expect(run.output.contains(part), "\(part) is missing in \(run.output)")
    }
    // Each with the line of its own setting.
    let lines = try String(contentsOf: folder.path("mapsync.yaml"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for name in ["write-in-product-number", "freight-account"] {
      let line = try #require(lines.firstIndex { $0.hasPrefix("  \(name):") }) + 1
      #expect(run.output.contains("--> mapsync.yaml:\(line):3"), "\(name): \(run.output)")
    }
    _ = try folder.run("record", "create", "Item", "No.=WRITE-IN", "Description=Made to measure")
    _ = try folder.run("record", "create", "G/L Account", "No.=6610", "Direct Posting=false")
    run = try folder.run("setup", "check")
    #expect(run.status == 1)
    #expect(run.output.contains("G/L account '6610' needs Direct Posting"), "\(run.output)")
    _ = try folder.run("record", "change", "G/L Account", "6610", "Direct Posting=true")
    run = try folder.run("setup", "check")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(!run.output.contains("warning"))
    _ = try folder.run("full")
    try folder.edit {
      $0.replacing("write-in-product-number: WRITE-IN", with: "write-in-product-number: '1896'")
    }
    run = try folder.run("setup", "check")
    #expect(run.status == 1)
    #expect(run.output.contains("Item '1896', is coupled"), "\(run.output)")
    #expect(run.output.contains("mapsync uncouple ITEM-PRODUCT 1896"))
  }

  @Test("a currency that has other places in Sales is told, and stops nobody (R SC-1, DA-47)")
  func places() throws {
    let folder = try DemoFolder()
    for (code, step) in [("JPY", "1"), ("KWD", "0.001"), ("CHF", "0.05"), ("EUR", "0.01")] {
      try folder.does(
        "record", "create", "Currency", "Code=\(code)", "Amount Rounding Precision=\(step)")
      try folder.does(
        "record", "create", "transactioncurrency", "isocurrencycode=\(code)",
        "currencyname=\(code)", "currencysymbol=\(code)", "exchangerate=2")
    }
    var run = try folder.run("setup", "check")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    for part in [
      "amounts in 'JPY' have 2 places, and Business Central rounds them to 1:",
      "give it 0 places in Sales, or set 'Amount Rounding Precision' of Currency 'JPY' to 0.01",
      "amounts in 'KWD' have 2 places, and Business Central rounds them to 0.001:",
      "give it 3 places in Sales, or set",
      "amounts in 'CHF' have 2 places, and Business Central rounds them to 0.05:",
      "help: set 'Amount Rounding Precision' of Currency 'CHF' to 0.01",
    ] {
      #expect(run.output.contains(part), "\(part) is missing in \(run.output)")
    }
    #expect(!run.output.contains("'EUR'"), "\(run.output)")
    for (code, places) in [("JPY", "0"), ("KWD", "3")] {
      try folder.does(
        "record", "change", "transactioncurrency", code, "currencyprecision=\(places)")
    }
    try folder.does("record", "change", "Currency", "CHF", "Amount Rounding Precision=0.01")
    run = try folder.run("setup", "check")
    #expect(!run.output.contains("amounts in"), "\(run.output)")
  }

  @Test("a number series without a number is told with its setup, and the way out (F18)")
  func numbers() throws {
    struct Answer: Decodable {
      struct Problem: Decodable {
        let severity: String
        let message: String
        let help: String?
      }

      let problems: [Problem]
    }
    let folder = try DemoFolder()
    _ = try folder.run("record", "create", "No. Series", "Code=S-ORD", "Default Nos.=true")
    _ = try folder.run("record", "create", "Sales & Receivables Setup", "Order Nos.=S-ORD")
    let problems = try folder.answer(Answer.self, "setup", "check").problems
    let told = try #require(problems.first { $0.severity == "error" })
    #expect(told.message.hasPrefix("'Order Nos.' of Sales & Receivables Setup"), "\(told.message)")
    #expect(told.help?.contains("a line that is open today") == true)
  }

  @Test("init again changes nothing")
  func again() throws {
    let folder = try DemoFolder()
    let before = try String(contentsOf: folder.path("mapsync.yaml"), encoding: .utf8)
    #expect(try folder.run("init", "--company", "Other").status == 0)
    #expect(try String(contentsOf: folder.path("mapsync.yaml"), encoding: .utf8) == before)
  }

  @Test("every problem of a setup is told at once, with its line, before anything runs")
  func problems() throws {
    let folder = try DemoFolder()
    let setup = "company: CRONUS\nfeatures: [nonsense]\nstate: data/bc.sqlite\ncolour: red\n"
    try setup.write(to: folder.path("mapsync.yaml"), atomically: true, encoding: .utf8)
    let check = try folder.run("setup", "check")
    #expect(check.status == 1)
    for part in ["mapsync.yaml:2:", "nonsense", "mapsync.yaml:3:", "mapsync.yaml:4:", "colour"] {
      #expect(check.output.contains(part), "\(part) is missing")
    }
    let run = try folder.run("run")
    #expect(run.status == 2)
    #expect(run.error.contains("mapsync.yaml:2:"))
  }

  @Test("a state file that is none is one sentence")
  func foreignState() throws {
    let folder = try DemoFolder()
    try Data("no database at all, but long enough to be one".utf8)
      .write(to: folder.path("data/state.sqlite"))
    let run = try folder.run("jobs")
    #expect(run.status == 2)
    #expect(run.error.split(separator: "\n").count == 1)
    #expect(run.error.contains("is no state file of mapsync"))
  }

  @Test("a truncated system is one sentence, and is not touched")
  func truncated() throws {
    let folder = try DemoFolder(customers: 5)
    let file = folder.path("data/bc.sqlite")
    let whole = try Data(contentsOf: file)
    try whole.prefix(whole.count / 2).write(to: file)
    let run = try folder.run("full")
    #expect(run.status == 2)
    #expect(run.error.hasPrefix("mapsync: "))
    #expect(run.error.split(separator: "\n").count == 1)
  }
}

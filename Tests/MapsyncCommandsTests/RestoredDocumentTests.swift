import Foundation
import Testing

@Suite("Documents and figures are not doubled by a file that was put back or lost")
struct RestoredDocumentTests {
  /// A folder with a quote, a taken-in order and a sent invoice, and a backup from before them.
  private func ordered() throws -> OrderingFolder {
    let ordering = try OrderingFolder(
      settings: "auto-create-sales-orders: true\n  auto-process-quotes: true")
    try ordering.done("run", "--now")
    try ordering.folder.copy("data", to: "backup")
    try ordering.activate("QUO-1")
    try ordering.submit("ORD-1")
    try ordering.submit("ORD-2")
    try ordering.done("run", "--now")
    #expect(try ordering.records("Sales Header").count == 3)
    try ordering.done("record", "post", try #require(try ordering.number(of: "ORD-1")))
    let posted = try #require(try ordering.records("Sales Invoice Header").first?["No."])
    try ordering.done("invoices", "send", posted)
    try ordering.done("run", "--now")
    return ordering
  }

  private struct Counts: Equatable {
    var headers: Int
    var invoices: Int
    var figures: Int
  }

  private func counts(_ ordering: OrderingFolder) throws -> Counts {
    Counts(
      headers: try ordering.records("Sales Header").count,
      invoices: try ordering.records("invoice").count,
      figures: try ordering.records("nav_accountstatistics").count)
  }

  @Test("a lost or older state: what is there is found by its number", arguments: [true, false])
  func state(_ isLost: Bool) throws {
    let ordering = try ordered()
    let folder = ordering.folder
    let before = try counts(ordering)
    #expect(before.invoices == 1 && before.figures == 2)
    if isLost {
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(at: folder.path("data/state.sqlite\(ending)"))
      }
      #expect(try folder.run("init").status == 0)
    } else {
      try folder.restore("state.sqlite")
    }
    try folder.edit {
      $0.replacing(
        "auto-create-sales-orders: true",
        with: "auto-create-sales-orders: true\n  auto-send-invoices: true")
    }
    let settled = try folder.run("full", "--after-restore")
    #expect(settled.status != 2, "\(settled.output)\(settled.error)")
    #expect(settled.output.contains("QUOTE") && settled.output.contains("ACCOUNT-STATISTICS"))
    for _ in 0..<2 { #expect(try folder.run("run", "--now").status != 2) }
    #expect(try counts(ordering) == before)
    for command in [
      ["orders", "create", "ORD-2"], ["quotes", "process", "QUO-1"], ["orders", "create", "ORD-1"],
    ] {
      _ = try MapsyncProcess(command, in: folder.root)
    }
    #expect(try counts(ordering) == before)
    // The coupling is what tells that a document is there.
    let orders = try folder.run("orders", "list").output
    #expect(!orders.contains("ready"), "\(orders)")
    #expect(try folder.couplings(of: "ACCOUNT-STATISTICS") == 2)
    #expect(try folder.couplings(of: "QUOTE") == 1)
  }

  @Test("what may be there under another number rests, and is taken in when a person retries it")
  func rests() throws {
    let ordering = try ordered()
    let folder = ordering.folder
    let number = try #require(try ordering.number(of: "ORD-2"))
    try ordering.done("record", "change", "Sales Header", "Order,\(number)", "Your Reference=Mine")
    try folder.restore("state.sqlite")
    #expect(try folder.run("full", "--after-restore").status != 2)
    #expect(try folder.run("run", "--now").status != 2)
    let before = try counts(ordering)
    let skipped = try folder.run("skipped", "ORDER").output
    #expect(skipped.contains("ORD-2") && skipped.contains("may be in Business Central already"))
    let coupled = try folder.run("couple", "ORDER", "Order,\(number)", "salesorder:ORD-2")
    #expect(coupled.status == 0, "\(coupled.output)\(coupled.error)")
    #expect(try folder.run("run", "--now").status != 2)
    #expect(try counts(ordering) == before)
  }

  @Test("documents that BC has lost are told, and nothing is made of them by itself")
  func lostInBC() throws {
    let ordering = try ordered()
    let folder = ordering.folder
    try folder.restore("bc.sqlite")
    let settled = try folder.run("full", "--after-restore")
    #expect(settled.error.contains("'mapsync skipped' lists them"), "\(settled.error)")
    #expect(try folder.run("run", "--now").status != 2)
    #expect(try ordering.records("Sales Header").isEmpty)
    for (mapping, number) in [("ORDER", "ORD-2"), ("QUOTE", "QUO-1")] {
      let skipped = try folder.run("skipped", mapping).output
      #expect(skipped.contains("is gone; 'mapsync uncouple \(mapping)"), "\(number): \(skipped)")
    }
  }

  @Test("an invoice that Sales has lost is told, and a document that was posted is no lost one")
  func lostInSales() throws {
    let ordering = try ordered()
    try ordering.folder.restore("sales.sqlite")
    #expect(try ordering.folder.run("full", "--after-restore").status != 2)
    #expect(try ordering.folder.run("run", "--now").status != 2)
    let errors = try ordering.folder.run("errors").output
    #expect(errors.contains("is gone; 'mapsync uncouple POSTEDSALESINV-INV"), "\(errors)")
    #expect(try ordering.records("invoice").isEmpty)
  }
}

import Foundation
import GRDB
import Testing

@Suite("What a run says of records is said once, and of a deletion what went with it")
struct CountedConflictTests {
  private func failed(_ run: MapsyncProcess, _ direction: String) -> String? {
    let lines = run.output.split(separator: "\n").map { $0.split(separator: " ") }
    guard let column = lines.first?.firstIndex(of: "FAILED"),
      let line = lines.first(where: { $0.contains(direction[...]) }), line.count > column
    else { return nil }
    return String(line[column])
  }

  @Test("a pair that was just coupled and differs is one failure in each direction")
  func once() throws {
    let folder = try DemoFolder.inStep(customers: 3)
    #expect(try folder.run("uncouple", "CUSTOMER", "10000").status == 0)
    #expect(
      try folder.run("record", "change", "account", "Adatum", "telephone1=7").status == 0)
    #expect(try folder.run("couple", "CUSTOMER", "10000", "Adatum").status == 0)
    let run = try folder.run("run", "--now", "--only", "CUSTOMER")
    #expect(failed(run, "to-sales") == "1", "\(run.output)")
    #expect(failed(run, "to-bc") == "1", "\(run.output)")
  }

  @Test("a partner that somebody edited goes with its record, and the history says so")
  func edited() throws {
    let folder = try DemoFolder(customers: 3)
    try folder.edit {
      $0 + "\nmappings:\n  CUSTOMER: { conflict: { delete: delete-partner } }\n"
    }
    #expect(try folder.run("full").status == 0)
    #expect(
      try folder.run("record", "change", "account", "Adatum", "telephone1=7").status == 0)
    for number in ["10000", "10010"] {
      #expect(try folder.run("record", "delete", "Customer", number).status == 0)
    }
    #expect(try folder.run("run", "--now", "--only", "CUSTOMER").status == 0)
    let queue = try DatabaseQueue(path: folder.path("data/state.sqlite").path)
    let said = try queue.read {
      try String.fetchAll(
        $0,
        sql: "SELECT message FROM events WHERE mapping = 'CUSTOMER' AND message LIKE 'somebody%'")
    }
    try queue.close()
    #expect(said == ["somebody had changed it since the two agreed"])
  }
}

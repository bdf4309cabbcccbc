import Foundation
import Testing

@Suite("Several processes on the same files")
struct ParallelProcessesTests {
  private struct Records: Decodable {
    let count: Int
  }

  @Test("people who write at once each get a number of their own")
  func people() throws {
    let folder = try DemoFolder()
    let processes = try (0..<6).map { place in
      try RunningMapsync(
        "record", "create", "Customer", "Name=Customer \(place)", in: folder.root)
    }
    for process in processes { #expect(process.status() == 0, "\(process.error)") }
    #expect(try folder.answer(Records.self, "record", "list", "Customer").count == 6)
    for number in 1...6 {
      let shown = try folder.run("record", "show", "Customer", "CUST0000\(number)")
      #expect(shown.status == 0, "\(shown.error)")
    }
  }

  @Test("what a person changes while a full synchronization runs is taken too")
  func changes() throws {
    let customers = 150
    let folder = try DemoFolder(customers: customers)
    let full = try RunningMapsync("full", in: folder.root)
    #expect(full.wait { $0.error.contains("CURRENCY") }, "\(full.error)")
    for place in 0..<3 {
      let created = try folder.run(
        "record", "create", "Customer", "No.=9000\(place)", "Name=Late \(place)")
      #expect(created.status == 0, "\(created.error)")
    }
    #expect(full.status() == 0, "\(full.output)\(full.error)")
    let later = try folder.run("full", "--only", "CUSTOMER", "--fully", "CUSTOMER")
    #expect(later.status == 0, "\(later.output)\(later.error)")
    #expect(try folder.couplings(of: "CUSTOMER") == customers + 3)
    #expect(try folder.answer(Records.self, "record", "list", "account").count == customers + 3)
  }
}

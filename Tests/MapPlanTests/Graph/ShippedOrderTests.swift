import Foundation
import MapCompiler
import MapEmit
import MapPlan
import MapSource
import Testing

/// The two orders that Microsoft's description gives, which contradict each other.
struct ShippedOrderTests {
  private static let first = ["CURRENCY", "VENDOR", "CONTACT", "CUSTOMER", "SALESPEOPLE"]
  private static let second = ["CURRENCY", "SALESPEOPLE", "VENDOR", "CUSTOMER", "CONTACT"]
  private static let shipped = Result { try compiled() }

  @Test func `the shipped mappings have an order in every feature combination`() throws {
    let compilation = try Self.shipped.get()
    let errors = compilation.findings.filter { $0.severity == .error }
    #expect(errors.map { "\($0.name): \($0.message)" } == [])
    let found = compilation.plan
    let plan = try #require(found)
    for entry in plan.graphs() {
      #expect(
        entry.graph.sequence.count == plan.checked.active(in: entry.features[0]).count)
    }
  }

  @Test func `under person ownership vendors do not go before salespeople`() throws {
    let text = try #require(try problem(Self.first, under: "person-ownership"))
    #expect(text.hasPrefix("VENDOR stands before SALESPEOPLE, but needs it first:\n"))
    #expect(text.contains("VENDOR needs SALESPEOPLE: field Purchaser Code / ownerid"))
    #expect(text.contains("mappings/VENDOR.yaml:"))
  }

  @Test func `under person ownership the other order is right`() throws {
    #expect(try problem(Self.second, under: "person-ownership") == nil)
  }

  @Test(arguments: [first, second])
  func `under team ownership there are no salespeople`(_ order: [String]) throws {
    #expect(
      try problem(order, under: "team-ownership")
        == "under team-ownership SALESPEOPLE does not exist")
  }

  private func problem(_ order: [String], under feature: String) throws -> String? {
    let compilation = try Self.shipped.get()
    let found = compilation.plan
    let plan = try #require(found)
    let features = plan.checked.features.set(turningOn: [feature])
    return plan.graph(in: features).problem(inOrder: order).map {
      OrderReport(plan, in: features, sources: compilation.sources).text($0)
    }
  }

  private static func compiled() throws -> Compilation {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    var files: [SourceFile] = []
    for folder in ["mappings", "schemas/bc", "schemas/sales"] {
      let path = root.appending(path: folder).path(percentEncoded: false)
      for name in try FileManager.default.contentsOfDirectory(atPath: path) {
        let bytes = try Data(contentsOf: root.appending(path: "\(folder)/\(name)"))
        files.append(SourceFile(path: "\(folder)/\(name)", bytes: Array(bytes)))
      }
    }
    return Compiler.check(files)
  }
}

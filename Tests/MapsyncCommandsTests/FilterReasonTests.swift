import Foundation
import Testing

@Suite("Who is outside a filter is told the condition, what the record holds, and the line")
struct FilterReasonTests {
  @Test("of a filter of the setup, by its line there; where one of a list must hold, by each of it")
  func setup() throws {
    let folder = try DemoFolder(customers: 2)
    try folder.edit {
      $0 + """
        mappings:
          CUSTOMER:
            filter:
              bc:
                any:
                  - { City: Nowhere }
                  - { Blocked: { not: [' ', Ship] } }

        """
    }
    let lines = try String(contentsOf: folder.path("mapsync.yaml"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("City: Nowhere") }) + 1
    let city = try folder.does("record", "show", "Customer", "10000").split(separator: "\n")
      .first { $0.hasPrefix("City") }?.dropFirst(4).trimmingCharacters(in: .whitespaces)
    let create = try folder.run("create", "CUSTOMER", "10000")
    #expect(create.status == 1)
    let said =
      "10000: is outside the mapping's filter: City is '\(city ?? "")', and must be 'Nowhere' "
      + "(mapsync.yaml:\(line)); or Blocked is ' ', and must be neither ' ' nor 'Ship' "
      + "(mapsync.yaml:\(line + 1))"
    #expect(create.output.contains(said), "\(create.output)")
    let why = try folder.run("why", "Customer:10000")
    #expect(
      why.output.contains("is outside the mapping's filter: City is '\(city ?? "")'"),
      "\(why.output)")
    try folder.does("record", "change", "Customer", "10000", "City=")
    let empty = try folder.run("create", "CUSTOMER", "10000")
    #expect(empty.output.contains("City is nothing, and must be 'Nowhere'"), "\(empty.output)")
  }
}

import EmbeddedSystems
import Foundation
import GRDB
import MapRuntime
import Testing

@Suite("Values that are none of their field's")
struct DamageTests {
  private let file = TemporaryFile()
  private let id = Guid(high: 1, low: 1)

  private func open() throws -> EmbeddedSystem {
    try EmbeddedSystem(
      path: file.path, side: .sales,
      tables: [
        TableDescription(
          .sales, "thing", key: ["thingid"],
          fields: [
            FieldDescription("thingid", .guid, access: .create, required: true, default: .system),
            FieldDescription("title", .text(length: 100)), FieldDescription("count", .integer),
            FieldDescription("total", .bigInteger), FieldDescription("price", .money),
            FieldDescription("rate", .decimal(places: 5)), FieldDescription("isopen", .boolean),
            FieldDescription("due", .date), FieldDescription("seen", .dateTime),
            FieldDescription("other", .guid),
            FieldDescription("state", .option, options: [.init("On", 1), .init("Off", 2)]),
            FieldDescription("free", .option, options: [.init("A", 1)], open: true),
            FieldDescription("owner", .lookup, refersTo: [ReferenceDescription("thing")]),
            FieldDescription(
              "customer", .lookup,
              refersTo: [ReferenceDescription("thing"), ReferenceDescription("person")]),
          ])
      ])
  }

  /// Writes past the program.
  private func put(_ assignment: String) throws {
    let queue = try DatabaseQueue(path: file.path)
    try queue.write { try $0.execute(sql: "UPDATE thing SET \(assignment)") }
    try queue.close()
  }

  @Test(
    "are told with the field and what it holds, and never read as others",
    arguments: [
      ("title = CAST(x'41ff42' AS TEXT)", "'title' holds x'41ff42' (3 bytes)"),
      ("count = 2147483648", "'count' holds 2147483648, which is no integer"),
      ("price = x'0102'", "'price' holds x'0102' (2 bytes), which is no money"),
      ("price = x''", "'price' holds x'' (0 bytes)"),
      ("rate = zeroblob(17)", "'rate' holds x'"),
      ("isopen = 2", "'isopen' holds 2, which is no boolean"),
      ("due = 2932897", "'due' holds 2932897, which is no date"),
      ("due = -9000000000", "'due' holds -9000000000"),
      ("seen = 253402300800000", "'seen' holds 253402300800000, which is no datetime"),
      ("other = x'00'", "'other' holds x'00'"),
      ("state = 3", "'state' holds 3, which is no option that 'state' has"),
      ("state = 4294967297", "'state' holds 4294967297"),
      ("free = 4294967297", "'free' holds 4294967297"),
      ("free = 77", "'free' holds 77, which is no option that 'free' has"),
      ("owner = zeroblob(15)", "'owner' holds x'000000000000000000000000000000' (15 bytes)"),
      ("customer = zeroblob(16)", "'customer' holds"),
      ("customer = zeroblob(16), \"customer$table\" = 'ghost'", "'customer' holds x'67686f7374'"),
    ])
  func told(assignment: String, words: String) throws {
    let system = try open()
    _ = try system.create("thing", id: id, ["title": .text("A"), "total": .integer(1)]).get()
    try put(assignment)
    do {
      let record = try system.record("thing", id)
      Issue.record("read as \(String(describing: record))")
    } catch {
      #expect(error.sentence.contains(words), "\(error.sentence)")
      #expect(error.sentence.hasSuffix("give it a value again"))
    }
  }

  @Test("values at the ends of their ranges are read as they are")
  func ends() throws {
    let system = try open()
    _ = try system.create("thing", id: id, ["title": .text("A")]).get()
    try put(
      """
      count = -2147483648, total = -9223372036854775808, isopen = 1, due = 2932896,
      seen = 253402300799999, state = 2, free = 1, price = zeroblob(16)
      """)
    let record = try #require(try system.record("thing", id))
    #expect(record["count"] == .integer(-2_147_483_648))
    #expect(record["total"] == .integer(.min))
    #expect(record["due"] == .date(.last))
    #expect(record["free"] == .option(OptionValue(1)))
    #expect(record["price"] == .decimal(DecimalValue(units: .min)))
  }

  @Test("a change that gives the field a value again mends the record")
  func mended() throws {
    let system = try open()
    _ = try system.create("thing", id: id, ["title": .text("A")]).get()
    try put("price = x'01'")
    #expect(try system.change("thing", id, ["price": .decimal(5)]).get())
    #expect(try system.record("thing", id)?["price"] == .decimal(5))
  }

  @Test("an integer of more than 32 bits is not taken either")
  func tooLarge() throws {
    let system = try open()
    guard
      case .failure(let refusal) = try system.create(
        "thing", id: id, ["count": .integer(3_000_000_000)])
    else {
      Issue.record("taken")
      return
    }
    #expect(
      refusal.sentence.hasSuffix(
        "field 'count' takes whole numbers of 32 bits; 3000000000 has more"))
    _ = try system.create("thing", id: id, ["total": .integer(3_000_000_000)]).get()
  }

  @Test("an id that is none is the file's damage")
  func ids() throws {
    let system = try open()
    _ = try system.create("thing", id: id, ["title": .text("A")]).get()
    try put("\"$id\" = x'01'")
    let advice = "put a backup in its place, and take away its '-wal' and '-shm' first"
    #expect(throws: SystemFailure.unusable("'\(file.path)' is damaged; \(advice)")) {
      try system.find("thing", ["title": .text("A")])
    }
  }
}

import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Documents go from state to state as their table says")
struct StateTests {
  private static let quote = TableDescription(
    .sales, "quote", key: ["quoteid"],
    fields: [
      FieldDescription("quoteid", .guid, access: .create, required: true, default: .system),
      FieldDescription("name", .text(length: 300), required: true),
    ],
    states: StatesDescription(
      field: "statecode", status: "statuscode",
      values: [
        .init("Draft", 0, statuses: [.init("In Progress", 1)], next: ["Active"]),
        .init(
          "Active", 1, statuses: [.init("Open", 3), .init("Sent", 2)],
          next: ["Draft", "Won"], locked: true),
        .init("Won", 2, statuses: [.init("Won", 4)], locked: true),
      ]))

  private let file = TemporaryFile()

  private func quote() throws -> (EmbeddedSystem, Guid) {
    let system = try EmbeddedSystem(path: file.path, side: .sales, tables: [Self.quote])
    return (system, try system.create("quote", ["name": .text("Q1")]).get())
  }

  private func option(_ value: Int32) -> Value { .option(OptionValue(value)) }

  private func states(_ system: EmbeddedSystem, _ id: Guid) throws -> [Value?] {
    let record = try system.record("quote", id)
    return [record?["statecode"], record?["statuscode"]]
  }

  @Test("a new one is in the first state, and a state brings its first status")
  func first() throws {
    let (system, id) = try quote()
    #expect(try states(system, id) == [option(0), option(1)])
    #expect(try system.change("quote", id, ["statecode": option(1)]).get())
    #expect(try states(system, id) == [option(1), option(3)])
  }

  @Test("a step that the table does not have is refused, and changes nothing")
  func step() throws {
    let (system, id) = try quote()
    #expect(
      try system.change("quote", id, ["statecode": option(2), "name": .text("X")])
        == .failure(Refusal("quote 'Q1' cannot go from 'Draft' to 'Won'")))
    #expect(try states(system, id) == [option(0), option(1)])
    #expect(try system.record("quote", id)?["name"] == .text("Q1"))
  }

  @Test("a locked one takes nothing but its next state", arguments: [Author.person, .integration])
  func locked(_ author: Author) throws {
    let (system, id) = try quote()
    _ = try system.change("quote", id, ["statecode": option(1)]).get()
    #expect(
      try system.change("quote", id, ["name": .text("X")], by: author)
        == .failure(Refusal("quote 'Q1' is 'Active' and cannot be changed")))
    // Its status is its own, and back in the first state everything may change again.
    #expect(try system.change("quote", id, ["statuscode": option(2)], by: author).get())
    #expect(try system.change("quote", id, ["statecode": option(0)], by: author).get())
    #expect(try system.change("quote", id, ["name": .text("X")], by: author).get())
  }

  @Test("a status of another state is refused")
  func status() throws {
    let (system, id) = try quote()
    #expect(
      try system.change("quote", id, ["statuscode": option(4)])
        == .failure(
          Refusal("quote 'Q1': field 'statuscode' has a value that is none of 'Draft'")))
  }
}

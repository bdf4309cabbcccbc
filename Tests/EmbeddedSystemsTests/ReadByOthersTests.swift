import MapRuntime
import Testing

@testable import EmbeddedSystems

@Suite("Whose writes count as changes of those who read them (docs/language.md#tables)")
struct ReadByOthersTests {
  private static let accounts = TableDescription(
    .sales, "account", key: ["accountid"],
    fields: [
      FieldDescription("accountid", .guid, access: .create, required: true, default: .system),
      FieldDescription("name", .text(length: 100)), FieldDescription("rating", .integer),
      FieldDescription("score", .integer, access: .read),
    ])

  /// A reader of an account, which it names by its id or by its name.
  private static func reader(
    _ field: String?, by key: String = "accountid", alsoWhole: Bool = false
  ) -> TableDescription {
    let on = [KeyPair(key, "owner")]
    return TableDescription(
      .sales, "salesorder", key: ["salesorderid"],
      fields: [
        key == "accountid"
          ? FieldDescription("owner", .lookup, refersTo: [ReferenceDescription("account")])
          : FieldDescription("owner", .text(length: 100)),
        FieldDescription(
          "shown", .integer, join: field.map { JoinDescription("account", on: on, field: $0) },
          changesWith: field == nil || alsoWhole ? [ChangeDescription("account", on: on)] : []),
      ])
  }

  /// Which writes of an account the rule sees: those of one field, and those of a new one.
  private func seen(_ reader: TableDescription) throws -> Set<String> {
    let file = TemporaryFile()
    let system = try EmbeddedSystem(
      path: file.path, side: .sales, tables: [Self.accounts, reader])
    let table = try system.schema.table("account")
    let rule = try #require(
      system.schema.rules["account"]?.compactMap { $0 as? ChangesOfJoined }.first)
    var seen: Set<String> = []
    for field in ["name", "rating"] {
      let column = try #require(table.column(field))
      if rule.concerns(table, writing: [column], isNew: false) { seen.insert(field) }
    }
    if rule.concerns(table, writing: [], isNew: true) { seen.insert("new") }
    return seen
  }

  @Test("only a write of what is read, and none of a record that nobody can name yet")
  func joined() throws {
    #expect(try seen(Self.reader("rating")) == ["rating"])
  }

  @Test("where it is named by what somebody writes, a new one and a new name count")
  func named() throws {
    #expect(try seen(Self.reader("rating", by: "name")) == ["name", "rating", "new"])
  }

  @Test("every write, where a figure changes with the record or the system works the value out")
  func whole() throws {
    #expect(try seen(Self.reader(nil)) == ["name", "rating"])
    #expect(try seen(Self.reader("rating", alsoWhole: true)) == ["name", "rating"])
    #expect(try seen(Self.reader("score")) == ["name", "rating"])
  }
}

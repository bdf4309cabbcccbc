import GeneratedRuns
import MapCheck
import MapPlan
import MapRuntime
import Testing
import WideMappings

@Suite("A table with more mapped fields than a set of columns holds in itself")
struct WideTableTests {
  @Test("the generated mapping does with random records what the evaluator does")
  func agreement() throws {
    let compilation = try WideProject.compilation()
    #expect(compilation.findings.map(\.message) == [])
    let checked = try #require(compilation.checked)
    let form = try #require(compilation.program?.mappings.first)
    for direction in Direction.allCases {
      var records = try #require(RandomRecords(of: form, direction, in: checked, seed: 5))
      for _ in 0..<60 {
        let differences = Agreement.differences(
          Mapping.Wide.self, form, direction, checked, records.next())
        #expect(differences == [])
      }
    }
  }

  @Test("a change of any field is a change of that field alone")
  func changes() {
    expectChanges(of: BC.Wide.self)
    expectChanges(of: Sales.Wide.self)
  }

  private func expectChanges<Record: TableRecord>(of type: Record.Type) {
    let columns = Record.table.columns
    #expect(columns.count > 140)
    for (column, described) in columns.enumerated() {
      var values = RecordValues(of: Record.blank)
      values[column] = Self.value(of: described.type)
      let changes = Record(reading: values).changes(from: .blank)
      #expect(changes == FieldSet([column]), "\(described.name)")
      #expect(changes.contains(column) && !changes.isEmpty && changes.columns == [column])
    }
  }

  private static func value(of type: FieldType) -> Value {
    switch type {
    case .integer, .bigInteger: .integer(7)
    case .decimal, .money: .decimal(DecimalValue(7))
    case .boolean: .boolean(true)
    case .date: .date(DateValue(days: 7))
    case .dateTime: .dateTime(DateTimeValue(milliseconds: 7))
    case .guid: .guid(Guid(high: 7, low: 7))
    case .text, .memo, .code, .option, .lookup: .text("X")
    }
  }

  @Test(
    "what is two-way and what is not validated is as the field maps say",
    arguments: Direction.allCases)
  func masks(direction: Direction) throws {
    let form = try #require(try WideProject.compilation().program?.mappings.first)
    let described = try #require(try WideProject.compilation().checked).catalogue[
      form.mapping.table(direction.target)]
    func names(_ set: FieldSet) -> [String] {
      set.columns.map { Mapping.Wide.table(direction.target).columns[$0].name }
    }
    func names(where isMeant: (EffectiveFieldMap) -> Bool) -> [String] {
      form.mapping.fields.filter(isMeant).compactMap { $0.field(direction.target) }
        .map { described.fields[$0].name.value }
    }
    #expect(names(Mapping.Wide.twoWay(direction)) == names { $0.isTwoWay })
    #expect(Mapping.Wide.twoWay(direction).columns.contains { $0 > 128 })
    guard direction == .toBC else { return }
    let unvalidated = names { !$0.validates }
    #expect(unvalidated == ["Field 004", "Field 130", "Field 155", "Field 158"])
    #expect(names(Mapping.Wide.unvalidated) == unvalidated)
  }

  @Test("a column far on is created, changed or both, as its table says")
  func access() throws {
    let table = BC.Wide.table
    let created = try #require(table.column("Field 131"))
    let updated = try #require(table.column("Field 132"))
    #expect(created > 128)
    #expect(table.creatable.contains(created) && !table.updatable.contains(created))
    #expect(!table.creatable.contains(updated) && table.updatable.contains(updated))
    #expect(table.updatable.subtracting(table.creatable) == FieldSet([updated]))
  }
}

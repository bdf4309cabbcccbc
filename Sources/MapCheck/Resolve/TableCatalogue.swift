import MapLanguage
import MapRuntime
import MapSource

/// All tables of both sides, with those that follow from others: the state fields of documents,
/// and one table for each option field that a mapping couples (`account.paymenttermscode`).
public struct TableCatalogue: Sendable {
  /// The label field of an option table.
  public static let label = "$label"

  public private(set) var tables: [Table] = []
  private var places: [Side: [String: Int]] = [.bc: [:], .sales: [:]]
  /// The places of option tables, with the real table and field that hold the option.
  public private(set) var optionFields: [Int: (table: Int, field: Int)] = [:]

  public init(_ tables: [Table]) {
    for table in tables where place(of: table.name.value, on: table.side) == nil {
      add(Self.withStates(table))
    }
  }

  /// The tables of a project, with one for each option field that a mapping couples.
  init(of model: Model) {
    self.init(model.tables)
    for mapping in model.mappings.lazy.flatMap(\.alternatives).map(\.mapping) {
      guard let option = mapping.tables.salesOption,
        let table = place(of: mapping.tables.sales.value, on: .sales),
        let field = tables[table].place(of: option.value)
      else { continue }
      _ = optionTable(of: field, in: table)
    }
  }

  public subscript(_ place: Int) -> Table { tables[place] }

  public func place(of name: String, on side: Side) -> Int? { places[side]?[name] }

  public func names(on side: Side) -> [String] {
    tables.indices.filter { tables[$0].side == side && optionFields[$0] == nil }
      .map { tables[$0].name.value }
  }

  /// The table of an option field's values: one row for each, known by its label.
  public mutating func optionTable(of field: Int, in table: Int) -> Int {
    let option = tables[table].fields[field]
    let name = tables[table].name.value + "." + option.name.value
    if let known = place(of: name, on: .sales) { return known }
    let label = Field(
      name: Located(Self.label, at: option.span),
      // R D-52: labels that the integration makes have at most ten characters.
      type: Located(.text(length: 10), at: option.type.span), isRequired: true,
      span: option.span)
    let place = add(
      Table(side: .sales, name: Located(name, at: option.span), fields: [label]))
    optionFields[place] = (table, field)
    return place
  }

  @discardableResult
  private mutating func add(_ table: Table) -> Int {
    places[table.side]?[table.name.value] = tables.count
    tables.append(table)
    return tables.count - 1
  }

  /// A document's `states` stand for its two option fields.
  private static func withStates(_ table: Table) -> Table {
    guard let states = table.states else { return table }
    let state = Field(
      name: states.field, type: Located(.option, at: states.field.span),
      options: states.values.map {
        Field.Option(name: $0.name.value, value: $0.value, span: $0.name.span)
      }, access: .read, span: states.field.span)
    let status = Field(
      name: states.status, type: Located(.option, at: states.status.span),
      // Two states may have a status of one name; a status belongs to its state.
      options: states.values.flatMap { state in
        state.statuses.map {
          Field.Option(name: $0.name, value: $0.value, span: $0.span, state: state.name.value)
        }
      }, access: .read, span: states.status.span)
    return table.adding(state).adding(status)
  }
}

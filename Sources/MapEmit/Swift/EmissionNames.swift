import MapCheck
import MapLanguage
import MapPlan
import MapRuntime
import MapSource

/// The names of everything that is generated. Every emitter has them: an object, that never changes.
final class EmissionNames: Sendable {
  let checked: CheckedModel
  let used: UsedFields
  /// The properties of the fields in use, by table and field: each is written many times.
  private let members: [[SwiftName?]]
  private let types: [SwiftCode]
  /// How every field is stored, table after table, and where each table's fields begin. One flat
  /// list, because threads would wait for each other to count who holds a table.
  private let stored: [Stored]
  private let starts: [Int]
  /// Tables with a computed field in use.
  private let figures: Set<Int>

  private struct Stored: Sendable {
    let kind: SwiftKind
    let isOptional: Bool
  }

  init(checked: CheckedModel, used: UsedFields) {
    self.checked = checked
    self.used = used
    let tables = checked.catalogue.tables
    members = Parallel.map(tables.count) { place in
      let table = tables[place]
      var members = [SwiftName?](repeating: nil, count: table.fields.count)
      for field in used.fields[place] ?? [] {
        members[field] = SwiftName.member(of: table.fields[field], on: table.side)
      }
      return members
    }
    figures = Set(
      used.fields.compactMap { place, fields in
        fields.contains { tables[place].fields[$0].computed != nil } ? place : nil
      })
    var stored: [Stored] = []
    var starts: [Int] = []
    for table in tables {
      starts.append(stored.count)
      stored += table.fields.map { Self.stored($0, on: table.side) }
    }
    self.stored = stored
    self.starts = starts
    types = checked.catalogue.tables.map { table in
      let name = SwiftName.type(of: table)
      return table.side == .bc ? "BC.\(name)" : "Sales.\(name)"
    }
  }

  /// A value that a file writes down for a field; nil where it is not known until a run.
  func value(_ literal: Located<Literal>, of field: Field, on side: Side) -> Value? {
    let reader = OperandReader(project: checked.model.project)
    guard case .operand(.value(let value)) = reader.read(literal, for: field, on: side) else {
      return nil
    }
    return value
  }

  /// Whether a table has a computed field that any mapping uses.
  func hasFigures(_ table: Int) -> Bool { figures.contains(table) }

  /// `BC.Customer`, `Sales.Account`.
  func type(ofTable place: Int) -> SwiftCode { types[place] }

  func member(_ field: Int, in table: Int) -> SwiftName {
    if let member = members[table][field] { return member }
    let described = checked.catalogue[table]
    return SwiftName.member(of: described.fields[field], on: described.side)
  }

  func kind(_ field: Int, in table: Int) -> SwiftKind { stored[starts[table] + field].kind }

  /// Whether a field is stored as an optional: where there is no row to join, even a number is
  /// empty (docs/language.md#tables). A text is '' then.
  func isOptional(_ field: Int, in table: Int) -> Bool { stored[starts[table] + field].isOptional }

  private static func stored(_ field: Field, on side: Side) -> Stored {
    let kind = SwiftKind(field.type.value)
    let isJoined = field.join != nil && kind != .text
    return Stored(kind: kind, isOptional: kind.isOptional(on: side) || isJoined)
  }

  /// The type in which a record holds a field.
  func storage(_ field: Int, in table: Int) -> SwiftCode {
    let type = kind(field, in: table).type
    return isOptional(field, in: table) ? "\(type)?" : type
  }

  /// What a record holds in a field where nothing was filled in.
  func blank(_ field: Int, in table: Int) -> SwiftCode {
    isOptional(field, in: table)
      ? "nil" : kind(field, in: table).blank(on: checked.catalogue[table].side)
  }
}

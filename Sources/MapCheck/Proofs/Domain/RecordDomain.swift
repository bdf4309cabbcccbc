import MapLanguage
import MapRuntime

/// The records of a table that one way through some conditions leaves: what each field can be. The
/// ways are the choices that `any` offers.
struct RecordDomain: Sendable {
  let table: Table
  private(set) var fields: [Int: ValueDomain] = [:]
  /// Fields that must be equal to other ones.
  private var equalFields: [(Int, Int)] = []
  /// Fields that must be equal to what the run supplies.
  private(set) var variables: [Variable: Int] = [:]

  /// How many ways are kept apart; what further lists of `any` ask is left out.
  private static let limit = 64

  init(table: Table) { self.table = table }

  /// The ways through all conditions together. Every record that passes is in one of them.
  static func ways(through conditions: [EffectiveCondition], in table: Table) -> [RecordDomain] {
    conditions.reduce([RecordDomain(table: table)]) { $1.narrowed($0) }
  }

  fileprivate static func keepsApart(_ count: Int) -> Bool { count <= limit }

  /// The field's values as far as they are known.
  func domain(of field: Int) -> ValueDomain {
    fields[field] ?? .all(scope(of: field))
  }

  func scope(of field: Int) -> FieldScope {
    FieldScope(field: table.fields[field], side: table.side)
  }

  mutating func restrict(_ field: Int, to domain: ValueDomain) {
    fields[field] = fields[field]?.intersection(domain) ?? domain
  }

  fileprivate mutating func restrict(_ clause: EffectiveCondition.Clause) {
    restrict(clause.field, to: ValueDomain(clause.test, scope(of: clause.field)))
    switch clause.test {
    case .field(let other): equalFields.append((clause.field, other))
    case .equals(.variable(let name)): variables[name] = variables[name] ?? clause.field
    default: break
    }
  }

  /// Whether no record goes this way.
  var isEmpty: Bool { fields.values.contains(where: \.isEmpty) }

  /// A record that goes this way, as far as the domains tell; it still has to be tested.
  var candidate: [Int: Value]? {
    var domains = fields
    for (field, other) in equalFields {
      let both = domain(of: field).intersection(domain(of: other))
      domains[field] = both
      domains[other] = both
    }
    var record: [Int: Value] = [:]
    for (field, domain) in domains {
      guard let value = domain.witness else { return nil }
      record[field] = value
    }
    for (field, other) in equalFields { record[other] = record[field] }
    return record
  }
}

extension EffectiveCondition {
  /// The ways, each narrowed by this condition.
  fileprivate func narrowed(_ ways: [RecordDomain]) -> [RecordDomain] {
    let passing = ways.map { way in
      clauses.reduce(into: way) { $0.restrict($1) }
    }
    return any.reduce(passing) { ways, list in
      guard RecordDomain.keepsApart(ways.count * list.count) else { return ways }
      return list.flatMap { $0.narrowed(ways) }
    }
  }
}

import MapRuntime

/// Where the values of match groups come from: compiled with the mapping, or, where setup says other
/// groups, from the fields that these name (F4; R D-45 to D-47).
struct MatchKeys<Mapping: CompiledMapping>: Sendable {
  /// A BC field whose value is looked for as it is.
  private struct Field: Sendable {
    let column: Int
    let value: MatchValue
  }

  private enum Part: Sendable {
    /// A pair of a compiled group; the field itself where the rest of that group is empty.
    case compiled(group: Int, place: Int, otherwise: Field?)
    case field(Field)
    /// A reference, which only a compiled pair resolves.
    case unknown
  }

  private enum Group: Sendable {
    case compiled(Int)
    case parts([Part])
  }

  private let groups: [Group]

  init(_ policy: MatchPolicy, _ integration: Integration) {
    let compiled = Mapping.policy.match?.groups ?? []
    groups = policy.groups.map { pairs in
      if let group = compiled.firstIndex(of: pairs) { return .compiled(group) }
      return .parts(pairs.map { Self.part($0, compiled, integration) })
    }
  }

  /// The Sales values that a group asks for; nil where one of them is empty or unknown.
  func key(
    _ group: Int, of record: Mapping.BCRecord,
    _ row: borrowing ConversionRow<Mapping.ToSalesRelated>
  ) -> [Value]? {
    switch groups[group] {
    case .compiled(let group): return Mapping.matchKey(group, of: record, row)
    case .parts(let parts):
      let values = RecordValues(of: record)
      var key: [Value] = []
      for part in parts {
        var value: Value?
        switch part {
        case .compiled(let group, let place, let field):
          value =
            Mapping.matchKey(group, of: record, row)?[place]
            ?? field.flatMap { $0.value.value(of: values[$0.column]) }
        case .field(let field): value = field.value.value(of: values[field.column])
        case .unknown: value = nil
        }
        guard let value else { return nil }
        key.append(value)
      }
      return key
    }
  }

  private static func part(
    _ pair: MatchPolicy.Pair, _ compiled: [[MatchPolicy.Pair]], _ integration: Integration
  ) -> Part {
    let field = field(pair, integration)
    for (group, pairs) in compiled.enumerated() {
      for (place, known) in pairs.enumerated()
      where known.bc == pair.bc && known.column == pair.column {
        return .compiled(group: group, place: place, otherwise: field)
      }
    }
    return field.map { .field($0) } ?? .unknown
  }

  private static func field(
    _ pair: MatchPolicy.Pair, _ integration: Integration
  ) -> Field? {
    guard let column = Mapping.BCRecord.table.column(pair.bc),
      let bc = integration.table(.bc, Mapping.BCRecord.table.name)?.field(pair.bc),
      let sales = integration.table(.sales, Mapping.SalesRecord.table.name)?.field(pair.sales),
      sales.refersTo.isEmpty
    else { return nil }
    return Field(column: column, value: MatchValue(from: bc.type, to: sales.type))
  }
}

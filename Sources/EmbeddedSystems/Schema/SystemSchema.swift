import MapRuntime

/// All tables of a system.
public struct SystemSchema: Sendable {
  public let side: Side
  /// In the order of their names.
  public let tables: [TableLayout]
  private let byName: [String: TableLayout]
  private let dependents: [String: [Dependent]]
  private let links: [String: [KeyLink]]
  let rules: [String: [any SystemRule]]
  /// In the order in which they see a write.
  let allRules: [any SystemRule]
  /// The tables of BC's documents; nil where they lack what documents need.
  let business: BusinessTables?
  /// The quotes, orders and invoices of Sales.
  let sales: SalesSchema

  /// - Parameter options: which option fields hold the options of others too.
  init(
    _ side: Side, _ descriptions: [TableDescription], options: [OptionTarget] = [],
    rules: [any SystemRule]
  ) {
    self.side = side
    var known: [String: TableDescription] = [:]
    for description in descriptions where description.side == side {
      known[description.name] = description
    }
    if side == .bc, known["Contact"] != nil, known[BusinessRelation.table] == nil {
      known[BusinessRelation.table] = BusinessRelation.description
    }
    var layouts: [TableLayout] = []
    for description in known.values.sorted(by: { $0.name < $1.name }) {
      layouts.append(TableLayout(description, among: known))
      for field in description.fields where field.isOpen {
        let own = OptionTarget.Field(description.name, field.name)
        let copies = options.first { $0.field == own }?.copies ?? []
        layouts.append(TableLayout.options(of: field, in: description, copies: copies))
      }
    }
    tables = layouts
    byName = Dictionary(layouts.map { ($0.name, $0) }) { first, _ in first }
    let (dependents, read) = SystemSchema.dependents(layouts, byName)
    self.dependents = dependents
    links = KeyLink.links(layouts, byName)
    business = side == .bc ? BusinessTables(byName) : nil
    sales = SalesSchema(side, layouts)
    var concerned: [String: [any SystemRule]] = [:]
    for layout in layouts {
      concerned[layout.name] = rules.filter { $0.concerns(layout) }
      // The other rules find the tables as they are under the new key.
      if links[layout.name] != nil { concerned[layout.name]?.insert(Renaming(), at: 0) }
      if dependents[layout.name] != nil {
        concerned[layout.name, default: []].append(ChangesOfJoined(read[layout.name]))
      }
    }
    self.rules = concerned
    allRules = rules + [ChangesOfJoined()]
  }

  public subscript(name: String) -> TableLayout? { byName[name] }

  /// A table, or why there is none.
  public func table(_ name: String) throws(SystemFailure) -> TableLayout {
    guard let table = byName[name] else {
      throw .unknown("\(side == .bc ? "Business Central" : "Sales") has no table '\(name)'")
    }
    return table
  }

  func dependents(of table: String) -> [Dependent] { dependents[table] ?? [] }

  /// Who names records of a table by their key.
  func links(to table: String) -> [KeyLink] { links[table] ?? [] }

  private static func dependents(
    _ layouts: [TableLayout], _ byName: [String: TableLayout]
  ) -> ([String: [Dependent]], [String: ReadByOthers]) {
    var found: [String: [Dependent]] = [:]
    var read: [String: ReadByOthers] = [:]
    for layout in layouts {
      for column in layout.columns {
        // What every record reads alike, such as a setup, makes a change of none of them.
        let joined = column.field.join.flatMap { join in
          join.on.isEmpty ? nil : (change: ChangeDescription(join.table, on: join.on), join: join)
        }
        let validFrom = column.field.join.flatMap { join in
          join.untilToday ? join.latest.flatMap { byName[join.table]?.column($0) } : nil
        }
        let changes: [(change: ChangeDescription, join: JoinDescription?)] =
          (joined.map { [($0.change, $0.join)] } ?? []) + column.field.changesWith.map { ($0, nil) }
        for (change, join) in changes {
          guard let other = byName[change.table] else { continue }
          let pairs = change.on.compactMap { pair in
            other.column(pair.theirs).map { Dependent.Pair(theirs: $0, own: pair.own) }
          }
          guard pairs.count == change.on.count else { continue }
          var dependent = Dependent(
            table: layout.name, pairs: pairs,
            validFrom: change.table == column.field.join?.table ? validFrom : nil)
          read[change.table, default: ReadByOthers()].add(dependent, join, in: other)
          // Figures that see the same rows are one.
          let alike = found[change.table]?.firstIndex {
            $0.table == dependent.table && $0.pairs == pairs && $0.validFrom == dependent.validFrom
          }
          dependent.days = Set(change.days.compactMap(other.column))
          if let alike {
            found[change.table]?[alike].days.formUnion(dependent.days)
          } else {
            found[change.table, default: []].append(dependent)
          }
        }
      }
    }
    return (found, read)
  }
}

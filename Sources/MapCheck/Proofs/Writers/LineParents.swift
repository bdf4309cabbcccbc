import MapLanguage
import MapRuntime

/// Whether the lines of two mappings always belong to different headers; such lines are never the
/// same record.
enum LineParents {
  static func areDifferent(
    _ one: EffectiveMapping, _ other: EffectiveMapping, _ context: CheckContext
  ) -> Bool {
    guard let first = one.parent, let second = other.parent else { return false }
    guard first == second else { return true }
    guard let parent = context.mapping(first) else { return false }
    let table = context.table(parent, .bc)
    let ways = headers(of: one, in: table, context)
    let others = headers(of: other, in: table, context)
    return ways.allSatisfy { way in
      others.allSatisfy { otherWay in
        var both = way
        for (field, domain) in otherWay.fields { both.restrict(field, to: domain) }
        return both.isEmpty
      }
    }
  }

  /// What a mapping's BC filter and table say of its lines' headers.
  private static func headers(
    of mapping: EffectiveMapping, in parent: Table, _ context: CheckContext
  ) -> [RecordDomain] {
    let table = context.table(mapping, .bc)
    guard let link = table.parent, link.table.value == parent.name.value else {
      return [RecordDomain(table: parent)]
    }
    let reader = OperandReader(project: context.model.project)
    return RecordDomain.ways(through: [mapping.bcFilter], in: table).map { line in
      var header = RecordDomain(table: parent)
      for fixed in link.where {
        guard let field = parent.place(of: fixed.field.value),
          case .operand(.value(let value)) = reader.read(
            fixed.value, for: parent.fields[field], on: .bc)
        else { continue }
        header.restrict(field, to: .only(value, header.scope(of: field)))
      }
      for pair in link.links {
        guard let theirs = pair.theirs.flatMap({ parent.place(of: $0.value) }),
          let own = table.place(of: pair.own.value), let domain = line.fields[own]
        else { continue }
        header.restrict(theirs, to: domain)
      }
      return header
    }
  }
}

import MapCheck
import MapLanguage
import MapRuntime

/// Fields and conditions by their names: places are others as soon as a table has a field more.
struct FieldNames {
  let checked: CheckedModel
  let mapping: EffectiveMapping

  func name(_ field: Int, in table: Int) -> String {
    checked.catalogue[table].fields[field].name.value
  }

  func table(_ table: Int) -> String { checked.catalogue[table].name.value }

  /// A field of a record that is read: with where its value comes from, if its table does not hold it.
  func read(_ field: Int, in table: Int) -> EffectText {
    let field = checked.catalogue[table].fields[field]
    let name = EffectText(field.name.value)
    let type = EffectText(Self.kind(field.type.value))
    if let join = field.join { return EffectText("joined", [name, type, text(of: join)]) }
    guard let function = field.computed else { return EffectText("field", [name, type]) }
    let arguments = field.from.map { argument -> EffectText in
      switch argument {
      case .field(let name): EffectText("field", words: [name.value])
      case .today: EffectText("today", [])
      case .rows(let table, let fields):
        EffectText("rows", words: [table.value] + fields.map(\.value))
      }
    }
    return EffectText("computed", [name, type, EffectText(function.value)] + arguments)
  }

  private func text(of join: Join) -> EffectText {
    let on = join.on.map { EffectText("on", words: [$0.theirs.value, $0.own.value]) }
    var parts = [
      EffectText(join.table.value), EffectText(join.field.value), EffectText("on", set: on),
    ]
    if let latest = join.latest { parts.append(EffectText("latest", words: [latest.value])) }
    if let until = join.until { parts.append(EffectText("until", words: [until.value.written])) }
    return EffectText("join", parts)
  }

  /// A type without its length: a value is what it is, however long others may be.
  static func kind(_ type: FieldType) -> String {
    switch type {
    case .text: "text"
    case .code: "code"
    case .memo: "memo"
    case .decimal: "decimal"
    case .integer, .bigInteger, .money, .boolean, .date, .dateTime, .guid, .option, .lookup:
      FieldTypeName.written(type)
    }
  }

  func text(of condition: EffectiveCondition, in table: Int) -> EffectText {
    EffectText(known(condition, in: table))
  }

  private func known(_ condition: EffectiveCondition, in table: Int) -> Condition<Operand> {
    Condition<Operand>(
      condition.clauses.map { clause in
        .init(
          name(clause.field, in: table), clause.test.named { name($0, in: table) })
      },
      any: condition.any.map { list in list.map { known($0, in: table) } })
  }

  /// What is asked of both sides' records and of related ones.
  func text(of when: EffectiveWhen) -> EffectText {
    var parts: [EffectText] = []
    if let bc = when.bc { parts.append(EffectText("bc", [text(of: bc, in: mapping.bcTable)])) }
    if let sales = when.sales {
      parts.append(EffectText("sales", [text(of: sales, in: mapping.salesTable)]))
    }
    for asked in when.related {
      let test =
        switch asked.test {
        case .exists: EffectText("exists", [])
        case .missing: EffectText("missing", [])
        case .fields(let fields): text(of: fields, in: mapping.related[asked.place].table)
        }
      parts.append(EffectText("related", [related(asked.place), test]))
    }
    return EffectText("when", set: parts)
  }

  /// A related record by how it is found; what its author calls it does not matter.
  func related(_ place: Int) -> EffectText {
    let related = mapping.related[place]
    let own = mapping.table(related.side.other)
    return EffectText(
      "related",
      [
        EffectText(related.side.name), EffectText(table(related.table)),
        EffectText(
          "by",
          set: related.pairs.map { pair in
            EffectText(
              "pair", words: [name(pair.theirs, in: related.table), name(pair.own, in: own)])
          }),
      ])
  }
}

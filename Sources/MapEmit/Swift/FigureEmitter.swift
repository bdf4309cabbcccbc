import MapCheck
import MapLanguage
import MapRuntime

/// Writes how a table's computed fields are filled: by functions of the host, which see fields of
/// the record and rows of other tables.
struct FigureEmitter {
  let names: EmissionNames
  let place: Int

  private var table: Table { names.checked.catalogue[place] }

  /// The computed fields that mappings use, by place.
  var fields: [Int] {
    (names.used.fields[place] ?? []).filter { table.fields[$0].computed != nil }
  }

  func emit(_ file: inout SwiftFile) {
    let fields = fields
    guard !fields.isEmpty else { return }
    let queries = queries(of: fields)
    if !queries.isEmpty { emit(queries, &file) }
    file.blank()
    file.line("public mutating func computeFigures(")
    file.inside { $0.line("from rows: inout some FigureRows, _ run: borrowing RunValues") }
    file.line(") {")
    file.inside { file in
      for (number, query) in queries.enumerated() {
        file.line(
          "let rows\(number) = rows.records(\(number), as: \(names.type(ofTable: query.table)).self)"
        )
      }
      for field in fields { compute(field, queries, &file) }
    }
    file.line("}")
  }

  /// The requirement of the host for each computed field in use.
  func requirements() -> [SwiftCode] {
    fields.map { place in
      let field = table.fields[place]
      let name = SwiftName.member(ofOption: field.computed?.value ?? "")
      let parameters = field.from.compactMap { parameter($0) }.joined(", ")
      return "static func \(name)(\(parameters)) -> \(SwiftKind(field.type.value).type)?"
    }
  }

  private func parameter(_ argument: ComputedArgument) -> SwiftCode? {
    switch argument {
    case .today: return "_ today: DateValue"
    case .field(let name):
      guard let field = table.place(of: name.value) else { return nil }
      return "_ \(names.member(field, in: place)): \(names.storage(field, in: place))"
    case .rows(let name, _):
      guard let other = names.checked.catalogue.place(of: name.value, on: table.side) else {
        return nil
      }
      return "_ \(SwiftName.member(ofOption: name.value)): [\(names.type(ofTable: other))]"
    }
  }

  // MARK: Rows

  private struct Query {
    let table: Int
    let source: ChangeSource
  }

  /// One for each table whose rows the fields see, by the same pairs of fields.
  private func queries(of fields: [Int]) -> [Query] {
    var queries: [Query] = []
    for field in fields.map({ table.fields[$0] }) {
      for case .rows(let name, _) in field.from {
        guard let other = names.checked.catalogue.place(of: name.value, on: table.side),
          let source = field.changesWith.first(where: { $0.table.value == name.value }),
          number(of: source, in: queries) == nil
        else { continue }
        queries.append(Query(table: other, source: source))
      }
    }
    return queries
  }

  private func number(of source: ChangeSource, in queries: [Query]) -> Int? {
    queries.firstIndex { query in
      query.source.table.value == source.table.value
        && query.source.on.map(\.theirs.value) == source.on.map(\.theirs.value)
        && query.source.on.map(\.own.value) == source.on.map(\.own.value)
    }
  }

  private func emit(_ queries: [Query], _ file: inout SwiftFile) {
    file.blank()
    file.line("public static let figureRows: [RelatedQuery] = [")
    file.elements(queries) { query, file in
      let pairs = query.source.on.map { pair -> SwiftCode in
        "(theirs: \(SwiftText(pair.theirs.value)), own: \(SwiftText(pair.own.value)))"
      }
      file.line("RelatedQuery(")
      file.inside { file in
        let name = SwiftText(query.source.table.value)
        file.line("\(name), \(names.type(ofTable: query.table)).table,")
        file.line("[\(pairs.joined(", "))]),")
      }
    }
    file.line("]")
  }

  private func compute(_ place: Int, _ queries: [Query], _ file: inout SwiftFile) {
    let field = table.fields[place]
    let values = field.from.compactMap { argument -> SwiftCode? in
      switch argument {
      case .today: return "run.today"
      case .field(let name):
        return table.place(of: name.value).map { "\(names.member($0, in: self.place))" }
      case .rows(let name, _):
        return field.changesWith.first { $0.table.value == name.value }
          .flatMap { number(of: $0, in: queries) }.map { "rows\($0)" }
      }
    }
    let call: SwiftCode =
      "HostFunctions.\(SwiftName.member(ofOption: field.computed?.value ?? ""))(\(values.joined(", ")))"
    let kind = names.kind(place, in: self.place)
    let blank = kind.blank(on: table.side)
    file.line(
      "\(names.member(place, in: self.place)) = \(kind.isOptional(on: table.side) ? call : "\(call) ?? \(blank)")"
    )
  }
}

import MapCheck
import MapLanguage
import MapPlan
import MapRuntime
import MapSource

/// Writes the filters of a mapping: as code for records, and as data for stores.
struct FilterEmitter {
  let names: EmissionNames
  let program: MappingProgram

  private var mapping: EffectiveMapping { program.mapping }
  private var sides: [Side] { Side.allCases.filter { !mapping.filter($0).isEmpty } }

  func emit(_ file: inout SwiftFile) {
    for side in sides { accepts(side, &file) }
    data(&file)
  }

  private func condition(_ side: Side) -> ConditionEmitter {
    ConditionEmitter(names: names, table: mapping.table(side), record: "record", run: "run")
  }

  private func accepts(_ side: Side, _ file: inout SwiftFile) {
    file.blank()
    file.line("public static func accepts(")
    file.inside { file in
      file.line("_ record: \(names.type(ofTable: mapping.table(side))), _ run: borrowing RunValues")
    }
    file.line(") -> Bool {")
    file.inside { $0.line(condition(side).expression(mapping.filter(side))) }
    file.line("}")
  }

  private func data(_ file: inout SwiftFile) {
    guard !sides.isEmpty else { return }
    file.blank()
    file.line("public static func filter(")
    file.inside { $0.line("_ side: Side, _ run: borrowing RunValues") }
    file.line(") -> RowCondition {")
    file.inside { file in
      file.line("switch side {")
      for side in Side.allCases {
        file.line("case \(SwiftValue.side(side)):")
        file.inside { file in
          let filter = mapping.filter(side)
          if filter.isEmpty { return file.line("return .none") }
          file.line("return RowCondition(")
          file.inside { rows(filter, condition(side), &$0) }
        }
      }
      file.line("}")
    }
    file.line("}")
  }

  private func rows(
    _ filter: EffectiveCondition, _ condition: ConditionEmitter, _ file: inout SwiftFile
  ) {
    file.line("[")
    file.elements(filter.clauses) { $1.line("\(condition.data($0, program.line)),") }
    if filter.any.isEmpty { return file.line("])") }
    file.line("],")
    file.line("any: [")
    file.elements(filter.any.count) { file in
      for list in filter.any {
        file.line("[")
        file.elements(list) { $1.line("\(condition.data($0, program.line)),") }
        file.line("],")
      }
    }
    file.line("])")
  }
}

extension ConditionEmitter {
  /// A condition as a `RowCondition`.
  func data(_ condition: EffectiveCondition, _ line: (Span) -> Int) -> SwiftCode {
    let clauses = condition.clauses.map { data($0, line) }.joined(", ")
    if condition.any.isEmpty { return "RowCondition([\(clauses)])" }
    let lists = condition.any.map { list -> SwiftCode in
      "[\(list.map { data($0, line) }.joined(", "))]"
    }
    return "RowCondition([\(clauses)], any: [\(lists.joined(", "))])"
  }

  func data(_ clause: EffectiveCondition.Clause, _ line: (Span) -> Int) -> SwiftCode {
    let name = names.checked.catalogue[table].fields[clause.field].name.value
    let test = literal(clause.test, clause.field)
    return ".init(\(SwiftText(name)), \(test), line: \(line(clause.span)))"
  }
}

import MapLanguage
import MapRuntime
import MapSource

@testable import MapCheck

/// Tables and fields without a file.
enum FieldMaker {
  static let nowhere = Span(startOf: 0)

  static func field(_ name: String, _ type: FieldType, options: [String] = []) -> Field {
    Field(
      name: Located(name, at: nowhere), type: Located(type, at: nowhere),
      options: options.enumerated().map {
        Field.Option(name: $1, value: Int32($0), span: nowhere)
      }, span: nowhere)
  }

  static func table(_ side: Side, _ fields: [Field]) -> Table {
    Table(side: side, name: Located("Thing", at: nowhere), fields: fields)
  }

  static func condition(
    _ tests: [(Int, EffectiveTest)], any: [[EffectiveCondition]] = []
  ) -> EffectiveCondition {
    EffectiveCondition(
      clauses: tests.map { EffectiveCondition.Clause(field: $0, test: $1, span: nowhere) },
      any: any)
  }
}

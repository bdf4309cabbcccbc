import MapCheck
import MapLanguage
import MapRuntime

/// A piece of a text that is made from a record's fields: options by their names.
enum SourceText {
  static func of(
    _ part: EffectiveSource.Part, in table: Table, _ record: [Int: Value]
  ) -> String {
    switch part {
    case .text(let text): return text
    case .field(let place):
      let field = table.fields[place]
      // A number that nobody filled in is 0 in Business Central, and its option the first.
      let value = record[place] ?? BlankValue.of(field, on: table.side)
      if case .option(let option) = value {
        return field.options.first { $0.value == option.rawValue }?.name ?? option.description
      }
      return value.description
    }
  }
}

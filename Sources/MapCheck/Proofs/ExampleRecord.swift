import MapLanguage
import MapRuntime

/// Records in examples.
enum ExampleRecord {
  /// The record, with one telling field where nothing is asked of it: any record will do.
  static func illustrated(_ record: [Int: Value], of table: Table) -> [Int: Value] {
    guard record.isEmpty else { return record }
    let texts = table.fields.indices.filter { place in
      switch table.fields[place].type.value {
      case .text, .code: table.fields[place].access != .read
      default: false
      }
    }
    let key = table.key.first.flatMap { table.place(of: $0.value) }
    let isKeyText = key.map(texts.contains) ?? false
    guard let place = isKeyText ? key : texts.first ?? key else { return record }
    let domain = ValueDomain.all(FieldScope(field: table.fields[place], side: table.side))
    return domain.witness.map { [place: $0] } ?? record
  }
}

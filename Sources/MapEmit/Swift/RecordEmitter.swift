import MapCheck
import MapLanguage
import MapRuntime

/// Writes a table's record: a struct with the fields that mappings use.
struct RecordEmitter {
  let names: EmissionNames
  let place: Int

  private var table: Table { names.checked.catalogue[place] }

  func emit(_ file: inout SwiftFile) {
    let fields = names.used.fields[place] ?? []
    file.block(table.side == .bc ? "extension BC" : "extension Sales") { file in
      file.comment(
        "The fields of '\(table.name.value)' that mappings use.", isDocumentation: true)
      file.block("public struct \(SwiftName.type(of: table)): Hashable, Sendable") { file in
        for field in fields { property(field, &file) }
      }
    }
    file.blank()
    // In an extension, so that the struct keeps its memberwise initializer.
    file.block("extension \(names.type(ofTable: place)): TableRecord") { file in
      description(fields, &file)
      blank(fields, &file)
      reader(fields, &file)
      writer(fields, &file)
      changes(fields, &file)
      FigureEmitter(names: names, place: place).emit(&file)
      key(&file)
    }
  }

  private func property(_ field: Int, _ file: inout SwiftFile) {
    let type = names.storage(field, in: place)
    file.line("public var \(names.member(field, in: place)): \(type)")
  }

  private func description(_ fields: [Int], _ file: inout SwiftFile) {
    file.blank()
    let side = SwiftValue.side(table.side)
    file.line(
      "public static let table = RecordTable(\(side), \(SwiftText(table.name.value)), columns())")
    file.blank()
    file.list("private static func columns() -> [RecordTable.Column]", fields) { field, file in
      let described = table.fields[field]
      let name = SwiftText(described.name.value)
      file.line(".init(\(name), \(SwiftValue.type(described.type.value))\(access(described))),")
    }
  }

  private func access(_ field: Field) -> SwiftCode {
    // What is joined or computed is read only, unless writing it sets other fields.
    let isFigure = field.join != nil || field.computed != nil && field.sets.isEmpty
    let access = isFigure ? .read : field.access
    return access == .readWrite ? "" : ", access: \(SwiftValue.access(access))"
  }

  /// The text of the business key; a Sales record has none.
  private func key(_ file: inout SwiftFile) {
    guard table.side == .bc else { return }
    let parts = table.key.compactMap { table.place(of: $0.value) }
      .map { KeyText.part($0, in: place, of: "self", names) }
    guard !parts.isEmpty else { return }
    file.blank()
    file.block("public var key: String") { $0.line(KeyText.whole(parts)) }
  }

  private func blank(_ fields: [Int], _ file: inout SwiftFile) {
    file.blank()
    file.line("public static let blank = Self(")
    file.inside { file in
      file.arguments(
        fields.map { "\(label: names.member($0, in: place)): \(names.blank($0, in: place))" })
    }
  }

  private func reader(_ fields: [Int], _ file: inout SwiftFile) {
    file.blank()
    file.line("// The columns come in the order of the properties.")
    file.line("public init(reading row: borrowing some RecordReader) {")
    file.inside { file in
      for (column, field) in fields.enumerated() {
        let read: SwiftCode = "row.\(names.kind(field, in: place).accessor)(\(column))"
        let value: SwiftCode =
          names.isOptional(field, in: place) ? read : "\(read) ?? \(names.blank(field, in: place))"
        file.line("\(names.member(field, in: place)) = \(value)")
      }
    }
    file.line("}")
  }

  private func writer(_ fields: [Int], _ file: inout SwiftFile) {
    file.blank()
    file.block("public func write(to row: inout some RecordWriter)") { file in
      for (column, field) in fields.enumerated() {
        file.line("row.write(\(names.member(field, in: place)), \(column))")
      }
    }
  }

  private func changes(_ fields: [Int], _ file: inout SwiftFile) {
    file.blank()
    file.block("public func changes(from other: Self) -> FieldSet") { file in
      file.line("var changes = FieldSet()")
      for (column, field) in fields.enumerated() {
        let member = names.member(field, in: place)
        let isChanged: SwiftCode =
          if case .code = table.fields[field].type.value {
            "!Comparison.sameCode(\(member), other.\(member))"
          } else if names.kind(field, in: place) == .text {
            "!Comparison.sameText(\(member), other.\(member))"
          } else {
            "\(member) != other.\(member)"
          }
        file.line("changes.insert(\(column), if: \(isChanged))")
      }
      file.line("return changes")
    }
  }
}

import MapRuntime
import MapSync

/// What a run would do, for people and programs.
struct PreviewAnswer: Encodable {
  struct Field: Encodable {
    let field: String
    let stored: String
    let new: String
  }

  struct Record: Encodable {
    let direction: String
    let record: String
    let id: String
    let partner: String?
    let fate: String
    let fields: [Field]
    let message: String?
    let rule: String?
    let conflicts: [String]
  }

  struct Advice: Encodable {
    let record: String
    let choices: [String]
    let suggestion: String?
  }

  let version = 1
  let mapping: String
  let records: [Record]
  let advice: [Advice]

  init(_ mapping: BoundMapping, _ previews: [RecordPreview], _ integration: Integration) {
    self.mapping = mapping.name
    records = previews.map { preview in
      let side = preview.direction.target
      let table = integration.table(side, mapping.table(side).name)
      return Record(
        direction: preview.direction.name, record: preview.name,
        id: preview.source.description, partner: preview.target?.description,
        fate: preview.fate.rawValue,
        fields: preview.fields.map { field in
          let description = table?.field(field.field)
          return Field(
            field: field.field, stored: ShownValue.of(field.stored, description),
            new: ShownValue.of(field.new, description))
        },
        message: preview.message, rule: preview.rule, conflicts: preview.conflicts)
    }
    advice = Self.advice(mapping, previews)
  }

  /// What is suggested for each coupled record of a two-way mapping (R D-40).
  private static func advice(_ mapping: BoundMapping, _ previews: [RecordPreview]) -> [Advice] {
    guard mapping.policy.directions.count > 1 else { return [] }
    return previews.filter { $0.direction == .toSales && $0.target != nil }.map { preview in
      let advice = SyncAdvice(
        isBCChanged: preview.isSourceChanged, isSalesChanged: preview.isTargetChanged,
        hasConflict: !preview.conflicts.isEmpty)
      return Advice(
        record: preview.name, choices: advice.choices.map(\.rawValue),
        suggestion: advice.suggestion?.rawValue)
    }
  }

  var text: String {
    guard !records.isEmpty else { return "nothing would happen\n" }
    var lines: [String] = []
    for record in records {
      lines.append("\(record.record) \(record.direction): \(record.fate)")
      if let message = record.message {
        lines.append("  \(message)" + (record.rule.map { " (\($0))" } ?? ""))
      }
      var table = TextTable([.text("  FIELD"), .text("STORED"), .text("NEW")])
      for field in record.fields { table.add(["  " + field.field, field.stored, field.new]) }
      lines += table.text.split(separator: "\n").map(String.init)
      if !record.conflicts.isEmpty {
        lines.append("  changed on both sides: \(record.conflicts.joined(separator: ", "))")
      }
    }
    for advice in advice {
      let suggestion = advice.suggestion.map { "suggested: \($0)" } ?? "choose"
      lines.append(
        "\(advice.record): \(suggestion) (of \(advice.choices.joined(separator: ", ")))")
    }
    return lines.map { PlainLine.of($0) + "\n" }.joined()
  }
}

import MapRuntime
import MapSync

/// What the next scheduled run would do in one direction.
struct WhyNext: Encodable {
  let direction: String
  let fate: String
  let fields: [PreviewAnswer.Field]
  let message: String?
  let rule: String?

  /// Whether the run has something to do with the record, or does not come through with it.
  let isOwed: Bool

  private enum CodingKeys: String, CodingKey { case direction, fate, fields, message, rule }

  init(_ preview: PreviewAnswer.Record) {
    isOwed =
      switch RecordPreview.Fate(rawValue: preview.fate) {
      case .update: !preview.fields.isEmpty
      case .create, .follow, .held, .failed, .uncouple, .delete: true
      case .unchanged, .skipped, nil: false
      }
    direction = preview.direction
    fate = preview.fate
    fields = preview.fields
    message = preview.message
    rule = preview.rule
  }

  var text: String {
    let names = fields.map(\.field).joined(separator: ", ")
    let what =
      switch fate {
      case "create": "would create its partner"
      case "update": fields.isEmpty ? "would look and find it equal" : "would write \(names)"
      case "unchanged": "has nothing to do"
      case "follow": "would go on with it"
      case "skipped": "would pass it over"
      case "held": "would hold it"
      case "failed": "would refuse it"
      default: "would \(fate) it"
      }
    return "\(direction) \(what)" + (message.map { ": \($0)" } ?? "")
      + (rule.map { " (\($0))" } ?? "")
  }
}

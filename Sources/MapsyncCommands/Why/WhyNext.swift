import MapRuntime
import MapSync

/// What the next scheduled run would do in one direction.
struct WhyNext: Encodable {
  let direction: String
  let fate: String
  let fields: [PreviewAnswer.Field]
  let message: String?
  let rule: String?

  init(_ preview: PreviewAnswer.Record) {
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
      case "skipped": "would pass it over"
      case "held": "would hold it"
      case "failed": "would refuse it"
      default: "would \(fate) it"
      }
    return "\(direction) \(what)" + (message.map { ": \($0)" } ?? "")
      + (rule.map { " (\($0))" } ?? "")
  }
}

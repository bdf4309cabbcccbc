import MapRuntime
import MapSync

/// One thing that happened to a record.
struct WhyEvent: Encodable {
  let at: String
  let what: String
  let mapping: String
  let direction: String?
  let job: Int64?
  let message: String
  let rule: String?

  init(_ event: HistoryEvent) {
    at = event.at.description
    what = event.kind.name
    mapping = event.mapping
    direction = event.direction?.name
    job = event.job
    message = event.message
    rule = event.rule
  }

  var text: String {
    let place = [mapping, direction].compactMap { $0 }.joined(separator: " ")
    let said = [message.isEmpty ? nil : message, rule.map { "(\($0))" }].compactMap { $0 }
    return "\(at)  \(what) by \(place)"
      + (said.isEmpty ? "" : ": \(said.joined(separator: " "))")
      + (job.map { " [job \($0)]" } ?? "")
  }
}

extension HistoryEvent.Kind {
  var name: String {
    switch self {
    case .created: "created"
    case .updated: "updated"
    case .coupled: "coupled"
    case .uncoupled: "uncoupled"
    case .deleted: "deleted"
    case .failed: "failed"
    case .held: "held"
    case .skipped: "skipped"
    case .released: "released"
    case .retried: "retried"
    case .cut: "cut"
    case .noted: "note carried"
    case .told: "told in Sales"
    case .reopened: "open again in Business Central"
    case .paid: "payment taken in"
    }
  }
}

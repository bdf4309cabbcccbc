import MapRuntime
import MapSync

/// Why a record is not in step.
struct EntryAnswer: Encodable {
  struct Missing: Encodable {
    let table: String
    let key: String
  }

  let at: String
  let mapping: String
  let direction: String
  let kind: String
  let record: String
  let id: String
  let partner: String?
  let message: String
  /// The YAML file and line.
  let rule: String?
  let waitsFor: Missing?
  let job: Int64?

  init(_ entry: Entry) {
    at = entry.at.description
    mapping = entry.mapping
    direction = entry.direction.name
    kind = entry.kind.name
    record = entry.sourceName
    id = entry.sourceID.description
    partner = entry.targetID?.description
    message = entry.message
    rule = entry.rule
    waitsFor = entry.missing.map {
      Missing(table: $0.side == .bc ? $0.pair.bc : $0.pair.sales, key: $0.shown)
    }
    job = entry.job
  }

  static func text(_ entries: [EntryAnswer]) -> String {
    var table = TextTable([
      .text("MAPPING"), .text("DIRECTION"), .text("WHAT"), .text("RECORD"), .text("MESSAGE"),
    ])
    for entry in entries {
      let place = entry.rule.map { " (\($0))" } ?? ""
      table.add([
        entry.mapping, entry.direction, entry.kind, entry.record, entry.message + place,
      ])
    }
    return table.text
  }
}

extension Entry.Kind {
  /// The word for people and programs.
  var name: String {
    switch self {
    case .failed: "failed"
    case .held: "held"
    case .later: "later"
    case .interrupted: "interrupted"
    case .skipped: "skipped"
    }
  }
}

import MapRuntime
import MapSync

/// Why a record is not in step.
struct EntryAnswer: Encodable {
  struct Missing: Encodable {
    let table: String
    let key: String
  }

  /// What both sides changed, when and by whom each record was changed last, and what to do.
  struct Conflict: Encodable {
    struct Content: Encodable {
      let fields: [String]
      let value: String
    }

    struct Field: Encodable {
      let bc: Content
      let sales: Content
    }

    struct Change: Encodable {
      let at: String
      let by: String
    }

    let fields: [Field]
    let bc: Change
    let sales: Change
    let choices: [String]

    init(_ conflict: RecordConflict) {
      fields = conflict.fields.map { field in
        Field(
          bc: Content(fields: field.bc.fields, value: field.bc.value),
          sales: Content(fields: field.sales.fields, value: field.sales.value))
      }
      func change(_ change: RecordConflict.Change) -> Change {
        Change(at: change.at.description, by: change.isOurs ? "integration" : "person")
      }
      bc = change(conflict.bc)
      sales = change(conflict.sales)
      choices = conflict.choices
    }
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
  let conflict: Conflict?
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
    conflict = entry.conflict.map(Conflict.init)
  }

  /// Adds it to what several jobs met: what both directions found of one record is told once, as the
  /// one that rests where it does.
  func add(to entries: inout [EntryAnswer]) {
    let place = entries.firstIndex {
      $0.mapping == mapping && $0.direction == direction && $0.id == id
    }
    guard let place else { return entries.append(self) }
    if kind == Entry.Kind.skipped.name { entries[place] = self }
  }

  static func text(_ entries: [EntryAnswer]) -> String {
    var table = TextTable([
      .word("MAPPING"), .text("DIRECTION"), .standing("WHAT"), .name("RECORD"),
      .sentence("MESSAGE"),
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

import MapRuntime
import MapSync

/// What a run would do, for people and programs.
struct PreviewAnswer: Encodable {
  struct Field: Encodable {
    let field: String
    let stored: String
    let new: String
    /// The same as people read them: with the names of the records that they refer to.
    fileprivate let shown: (stored: String, new: String)

    private enum CodingKeys: CodingKey { case field, stored, new }
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
    /// Its message tells them.
    fileprivate let isConflict: Bool
    /// Its mapping wrote it in this direction before the mapping was changed.
    let isOlder: Bool

    private enum CodingKeys: CodingKey {
      case direction, record, id, partner, fate, fields, message, rule, conflicts, isOlder
    }
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
  /// What was named and could not be taken.
  let unknown: [UnknownRecord]
  /// Why the command would do nothing, where it would not choose a direction: what is shown is what merging
  /// would come to.
  let refusal: String?
  /// More records are due or changed than are shown.
  let hasMore: Bool
  /// Couplings that the mapping wrote before it was changed, of a preview of all that changed.
  var older = 0
  /// What would become of lines that go with these records.
  var lines: [PreviewAnswer] = []

  /// What of the lines of headers has something to say.
  ///
  /// - Parameter limit: So many of each mapping are shown.
  static func lines(
    _ foreseen: [ForeseenLines], _ integration: Integration, limit: Int = 100
  ) async throws(StoreFailure) -> [PreviewAnswer] {
    var answers: [PreviewAnswer] = []
    for lines in foreseen {
      let telling = lines.records.filter { preview in
        switch preview.fate {
        case .follow: true
        case .unchanged: false
        case .update: !preview.fields.isEmpty
        case .create, .skipped, .held, .failed, .uncouple, .delete:
          preview.counters != JobCounters()
        }
      }
      let shown = Array(telling.prefix(limit))
      answers.append(
        PreviewAnswer(
          lines.mapping, shown, integration, names: try await names(in: shown, integration),
          hasMore: lines.hasMore || telling.count > limit))
    }
    return answers
  }

  /// What the records are called that the values of previews refer to; a preview may speak of records
  /// that would be made.
  static func names(
    in previews: [RecordPreview], _ integration: Integration
  ) async throws(StoreFailure) -> ReferredNames {
    let values = previews.flatMap { $0.fields.flatMap { [$0.stored, $0.new] } }
    let made = integration.mappings.filter { $0.policy.creates.contains(.toSales) }
    return try await ReferredNames(Set(values.compactMap(\.lookup)), integration)
      .besides(Set(made.map(\.pair.sales)))
  }

  /// - Parameters:
  ///   - names: What the records are called that the values refer to.
  ///   - advice: What is known of records of which a person may choose the direction.
  init(
    _ mapping: BoundMapping, _ previews: [RecordPreview], _ integration: Integration,
    names: ReferredNames = ReferredNames(), advice: [RecordPreview] = [], refusal: String? = nil,
    unknown: [UnknownRecord] = [], hasMore: Bool = false
  ) {
    self.refusal = refusal
    self.hasMore = hasMore
    self.mapping = mapping.name
    self.unknown = unknown
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
            new: ShownValue.of(field.new, description),
            shown: (
              ShownValue.of(field.stored, description, names),
              ShownValue.of(field.new, description, names)
            ))
        },
        message: preview.message, rule: preview.rule, conflicts: preview.conflicts,
        isConflict: preview.isConflict, isOlder: preview.isOlder)
    }
    self.advice = Self.advice(mapping, advice, merged: refusal == nil ? [] : previews)
  }

  /// What is suggested for each coupled record of a two-way mapping (R D-40).
  private static func advice(
    _ mapping: BoundMapping, _ previews: [RecordPreview], merged: [RecordPreview]
  ) -> [Advice] {
    guard mapping.policy.directions.count > 1 else { return [] }
    return previews.filter { $0.direction == .toSales }.compactMap { preview in
      guard let advice = SyncAdvice(preview, merged: merged) else { return nil }
      return Advice(
        record: preview.name, choices: advice.choices.map(\.rawValue),
        suggestion: advice.suggestion?.rawValue)
    }
  }

  /// Long texts from shortly before the place where they differ, so that a cut column shows it.
  private static func differing(_ stored: String, _ new: String) -> (String, String) {
    let same = zip(stored, new).prefix { $0 == $1 }.count
    guard same > 30 else { return (stored, new) }
    return ("…" + stored.dropFirst(same - 10), "…" + new.dropFirst(same - 10))
  }

  var text: String {
    var lines = unknown.map(\.message)
    if let refusal { lines += [refusal, "with '--direction merge':"] }
    if records.isEmpty && self.lines.allSatisfy(\.records.isEmpty) {
      lines.append("nothing would happen")
    }
    lines += shown
    for own in self.lines where !own.records.isEmpty {
      lines += ["lines, by \(own.mapping):"] + own.shown
    }
    // Of one record the refusal says it.
    for advice in advice where refusal == nil || self.advice.count > 1 {
      let suggestion = advice.suggestion.map { "suggested: \($0)" } ?? "choose"
      lines.append(
        "\(advice.record): \(suggestion) (of \(advice.choices.joined(separator: ", ")))")
    }
    if older > 0 { lines.append(OlderText.sentence(mapping, older)) }
    return Self.text(lines)
  }

  /// The records alone, without what is suggested for them.
  var recordText: String { Self.text(recordLines) }

  private static func text(_ lines: [String]) -> String {
    AnswerLines.text(lines)
  }

  private var shown: [String] {
    recordLines + (hasMore ? ["and more: only the first changes are shown"] : [])
  }

  private var recordLines: [String] {
    var lines: [String] = []
    // Both directions find one conflict.
    var told: Set<String> = []
    for record in records {
      lines.append("\(record.record) \(record.direction): \(record.fate)")
      if record.isOlder { lines.append("  was written by an older \(mapping)") }
      if let message = record.message {
        let isTold = record.isConflict && !told.insert(message).inserted
        lines.append(
          isTold
            ? "  is in the conflict that is told above"
            : "  \(message)" + (record.rule.map { " (\($0))" } ?? ""))
      }
      var table = TextTable([.text("  FIELD"), .name("STORED"), .name("NEW")])
      for field in record.fields {
        let (stored, new) = Self.differing(field.shown.stored, field.shown.new)
        table.add(["  " + field.field, stored, new])
      }
      lines += table.text(width: Terminal.width).split(separator: "\n").map(String.init)
      if !record.conflicts.isEmpty && !record.isConflict {
        lines.append("  changed on both sides: \(record.conflicts.joined(separator: ", "))")
      }
    }
    return lines
  }
}

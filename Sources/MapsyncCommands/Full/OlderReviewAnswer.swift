import MapRuntime
import MapSync

/// What `full --older` would do.
struct OlderReviewAnswer: Encodable {
  struct Line: Encodable {
    let mapping: String
    let direction: String
    let couplings: Int
    let written: Int
    let equal: Int
    /// Their partners changed: that comes back first, and then they are looked at.
    let afterPartner: Int
    let held: Int
    let failed: Int
    /// Rest until a person retries them.
    let skipped: Int

    init(_ review: OlderReview) {
      mapping = review.mapping
      direction = review.direction.name
      couplings = review.count
      func count(_ fates: RecordPreview.Fate...) -> Int {
        fates.reduce(0) { $0 + (review.fates[$1] ?? 0) }
      }
      written = count(.create, .update, .follow, .uncouple, .delete)
      equal = count(.unchanged)
      afterPartner = review.returning
      held = count(.held)
      failed = count(.failed)
      skipped = count(.skipped)
    }
  }

  let version = 1
  let lines: [Line]
  /// The first records of each that would be written or refused.
  let examples: [PreviewAnswer]

  init(_ reviews: [(mapping: BoundMapping, review: OlderReview)], _ integration: Integration)
    async throws(StoreFailure)
  {
    lines = reviews.map { Line($0.review) }
    let names = try await PreviewAnswer.names(
      in: reviews.flatMap(\.review.examples), integration)
    examples = reviews.filter { !$0.review.examples.isEmpty }.map { mapping, review in
      PreviewAnswer(mapping, review.examples, integration, names: names)
    }
  }

  var text: String {
    var table = TextTable([
      .word("MAPPING"), .text("DIRECTION"), .number("OLDER"), .number("WRITTEN"),
      .number("EQUAL"), .number("LATER"), .number("HELD"), .failures("FAILED"),
      .number("SKIPPED"),
    ])
    for line in lines {
      table.add(
        [line.mapping, line.direction]
          + [
            line.couplings, line.written, line.equal, line.afterPartner, line.held, line.failed,
            line.skipped,
          ].map(Numbers.orDot))
    }
    return table.text + examples.map { "\nfor example:\n" + $0.recordText }.joined()
  }
}

/// How people are told of records that a mapping wrote before it was changed
/// (docs/language.md#when-a-mapping-has-changed).
enum OlderText {
  static func sentence(_ mapping: String, _ count: Int) -> String {
    let (verb, them) = count == 1 ? ("was", "it") : ("were", "them")
    return "\(Numbers.count(count, "coupling")) \(verb) written by an older \(mapping): "
      + "'mapsync full --older \(word(mapping))' brings \(them) up to date"
  }

  /// A name as one word of a command.
  static func word(_ name: String) -> String { CommandWord.of(name) }

  /// A line for each mapping that has any, after an empty one; '' where none has.
  static func lines(_ counts: [(mapping: String, count: Int)]) -> String {
    let lines = counts.filter { $0.count > 0 }.map { sentence($0.mapping, $0.count) }
    return lines.isEmpty ? "" : "\n" + AnswerLines.text(lines)
  }
}

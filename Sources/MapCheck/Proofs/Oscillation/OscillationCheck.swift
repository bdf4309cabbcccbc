import MapLanguage
import MapRuntime
import MapSource

/// `oscillation`: field maps that write into each other's sources never settle. After one run each
/// way a further one must change nothing; sample records are taken through the runs to see.
enum OscillationCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    Interplay.all(of: mapping).compactMap { find($0, mapping, context) }
  }

  private static func find(
    _ interplay: Interplay, _ mapping: EffectiveMapping, _ context: CheckContext
  ) -> Finding? {
    let passes = Passes(interplay: interplay, mapping: mapping, context: context)
    for start in StartingPairs.all(of: interplay, mapping, context) {
      if let sequence = passes.restless(from: start) {
        return finding(sequence, mapping, context)
      }
    }
    return nil
  }

  private static func finding(
    _ sequence: Passes.Sequence, _ mapping: EffectiveMapping, _ context: CheckContext
  ) -> Finding? {
    guard let last = sequence.writes.last else { return nil }
    var example = ExampleRecords()
    for side in [Side.bc, .sales] {
      example.set(sequence.start.record(side), of: context.table(mapping, side))
    }
    let field = context.field(last.field, of: mapping, last.direction.target)
    let notes = sequence.writes.enumerated().map { number, write in
      let target = context.field(write.field, of: mapping, write.direction.target)
      let value = WrittenValue.text(write.value, of: target)
      let again = number == sequence.writes.count - 1 ? ", again" : ""
      return Finding.Note(
        "\(write.direction.name)\(again): '\(target.name.value)' becomes \(value)",
        at: write.map.span)
    }
    return Finding(
      "oscillation",
      "'\(field.name.value)' still changes after one run each way", at: last.map.span,
      label: "writes another value the second time", notes: notes,
      help: "let one field map name one `direction`, or take out the one that writes back",
      example: example)
  }
}

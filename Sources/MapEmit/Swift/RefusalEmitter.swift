import MapPlan
import MapRuntime

/// Writes the records that a mapping refuses with a sentence.
struct RefusalEmitter {
  let program: MappingProgram

  /// The sentences.
  func sentences(_ file: inout SwiftFile) {
    guard !program.refusals.isEmpty else { return }
    file.line("public static let refusals: [MappingRefusal] = [")
    file.elements(program.refusals) { refusal, file in
      file.line(
        """
        MappingRefusal(\(SwiftText(refusal.because)), line: \(refusal.line), \
        fields: \(SwiftValue.texts(refusal.fields))),
        """)
    }
    file.line("]")
  }

  /// The tests, before anything is converted.
  func tests(_ when: WhenEmitter, _ file: inout SwiftFile) {
    for (place, refusal) in program.mapping.refuse.enumerated() {
      let conditions = when.conditions(refusal.when)
      guard !conditions.isEmpty else { continue }
      file.line("if \(conditions.joined(", ")) {")
      file.inside { $0.line("throw RecordRefusal(sentence: \(place))") }
      file.line("}")
    }
  }
}

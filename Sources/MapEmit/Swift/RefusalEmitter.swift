import MapCheck
import MapRuntime

/// Writes the records that a mapping refuses with a sentence.
struct RefusalEmitter {
  let mapping: EffectiveMapping

  /// The sentences.
  func sentences(_ file: inout SwiftFile) {
    guard !mapping.refuse.isEmpty else { return }
    file.blank()
    file.line("public static let refusals: [String] = [")
    file.elements(mapping.refuse) { $1.line("\(SwiftText($0.because)),") }
    file.line("]")
  }

  /// The tests, before anything is converted.
  func tests(_ when: WhenEmitter, _ file: inout SwiftFile) {
    for (place, refusal) in mapping.refuse.enumerated() {
      let conditions = when.conditions(refusal.when)
      guard !conditions.isEmpty else { continue }
      file.line("if \(conditions.joined(", ")) {")
      file.inside { $0.line("throw RecordRefusal(.refuse, rule: \(place))") }
      file.line("}")
    }
  }
}

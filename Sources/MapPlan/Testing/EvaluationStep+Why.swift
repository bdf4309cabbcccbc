import MapRuntime

extension EvaluationStep {
  var isKept: Bool { if case .kept = outcome { true } else { false } }

  /// What happened, as a phrase: `cut from 38 to 30 characters`.
  public var why: String {
    switch outcome {
    case .written: before == after ? "written, as it was" : "written"
    case .cut:
      if case .text(let long) = source, case .text(let short) = after {
        "cut from \(long.utf16.count) to \(TextLength.shown(short.utf16.count))"
      } else {
        "cut"
      }
    case .rounded: "rounded from \(source)"
    case .cleared: before == after ? "empty, as the source" : "cleared: the source is empty"
    case .kept(let why): "kept: \(why)"
    case .refused(.waiting): "held: the record that it refers to is not coupled"
    case .refused(let reason): "refused by '\(reason.rawValue)'"
    }
  }
}

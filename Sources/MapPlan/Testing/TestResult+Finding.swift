import MapSource

extension TestResult {
  /// A failed test as a finding; nil for one that passed.
  public var finding: Finding? {
    if hasPassed { return nil }
    var notes = differences.flatMap { difference -> [Finding.Note] in
      let sentence =
        "'\(difference.field)' is \(Self.quoted(difference.found)), "
        + "not \(Self.quoted(difference.expected))"
      let why = difference.why.isEmpty ? "" : " (\(difference.why))"
      guard let writer = difference.writer else {
        return [Finding.Note(sentence + ": nothing writes it", at: difference.span)]
      }
      return [Finding.Note(sentence + why, at: writer.span)]
    }
    if let problem {
      notes.append(
        Finding.Note(problem.message, at: problem.rule?.span))
    }
    return Finding(
      "test-failed", "the test '\(test.name.value)' does not come out as it says",
      at: test.name.span, label: label, notes: notes,
      help: "'mapc test \(argument)' shows every difference", features: nil)
  }

  /// The mapping's name as a shell takes it.
  private var argument: String { mapping.contains(" ") ? "\"\(mapping)\"" : mapping }

  private var label: String {
    if problem != nil { return test.fails == nil ? "not converted" : "not refused so" }
    return differences.count == 1 ? "1 field differs" : "\(differences.count) fields differ"
  }

  private static func quoted(_ text: String) -> String { text.isEmpty ? "empty" : "'\(text)'" }
}

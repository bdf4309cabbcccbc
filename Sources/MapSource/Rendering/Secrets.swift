/// What a report shows to nobody: the texts that findings say are secrets, wherever they are quoted.
struct Secrets: Sendable {
  private let spans: [Span]
  private let texts: [String]
  /// A shorter one stands in many words that say nothing of it; it is looked for in quotes.
  private static let shortest = 4

  init(_ findings: [Finding], in sources: SourceSet) {
    spans = Set(findings.flatMap(\.secrets)).sorted()
    texts = spans.map { span in
      let text = sources[span.file].text(Int(span.start), Int(span.end))
      let isQuoted = text.count > 1 && (text.first == "'" || text.first == "\"")
      return isQuoted ? String(text.dropFirst().dropLast()) : text
    }
    .filter { !$0.isEmpty }
  }

  /// A piece of a file with a dot for every character of a secret.
  func text(of source: SourceFile, _ file: Int32, _ start: Int, _ end: Int) -> String {
    var text = ""
    var shown = start
    for span in spans where span.file == file && Int(span.start) < end && Int(span.end) > shown {
      let first = max(Int(span.start), shown)
      let last = min(Int(span.end), end)
      text += source.text(shown, first) + Self.dots(source.text(first, last).count)
      shown = last
    }
    return without(shown < end ? text + source.text(shown, end) : text)
  }

  /// A finding whose words quote none.
  func hidden(_ finding: Finding) -> Finding {
    if texts.isEmpty { return finding }
    var hidden = Finding(
      finding.name, without(finding.message), at: finding.span, severity: finding.severity,
      label: without(finding.label),
      notes: finding.notes.map { Finding.Note(without($0.message), at: $0.span) },
      help: finding.help.map(without), example: finding.example.map(without), fix: finding.fix,
      features: finding.features)
    hidden.secrets = finding.secrets
    return hidden
  }

  private func without(_ example: ExampleRecords) -> ExampleRecords {
    func values(_ fields: [ExampleRecords.FieldValue]) -> [ExampleRecords.FieldValue] {
      fields.map { ExampleRecords.FieldValue($0.field, without($0.value)) }
    }
    return ExampleRecords(bc: values(example.bc), sales: values(example.sales))
  }

  private func without(_ words: String) -> String {
    texts.reduce(words) { words, secret in
      let dots = Self.dots(secret.count)
      return secret.count < Self.shortest
        ? words.replacing("'\(secret)'", with: "'\(dots)'") : words.replacing(secret, with: dots)
    }
  }

  private static func dots(_ count: Int) -> String { String(repeating: "•", count: count) }
}

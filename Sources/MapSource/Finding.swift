/// Something that is wrong in a file: what, where, why, and the way out.
public struct Finding: Sendable {
  /// The name of its kind, as `mapc explain` knows it.
  public let name: String
  public let severity: Severity
  /// One phrase, lower case, no full stop, names in single quotes.
  public let message: String
  /// The exact characters that are wrong.
  public let span: Span
  /// What is wrong here, in a few words; may be empty.
  public var label: String
  /// The other places that matter, and why.
  public var notes: [Note]
  /// What to do, with the keys that answer it.
  public var help: String?
  /// A counterexample: the record for which harm would happen.
  public var example: ExampleRecords?
  public var fix: Fix?
  /// The feature combination in which it happens, if that is not every one.
  public var features: [String]?
  /// What is shown to nobody, wherever a report would quote it: its own characters, or others near them.
  public var secrets: [Span] = []

  public init(
    _ name: String, _ message: String, at span: Span, severity: Severity = .error,
    label: String = "", notes: [Note] = [], help: String? = nil,
    example: ExampleRecords? = nil, fix: Fix? = nil, features: [String]? = nil
  ) {
    self.name = name
    self.severity = severity
    self.message = message
    self.span = span
    self.label = label
    self.notes = notes
    self.help = help
    self.example = example
    self.fix = fix
    self.features = features
  }
}

extension Finding {
  /// Another place that belongs to a finding; without a span it says why.
  public struct Note: Hashable, Sendable {
    public let message: String
    public let span: Span?

    public init(_ message: String, at span: Span? = nil) {
      self.message = message
      self.span = span
    }
  }

  /// The order in which findings are reported: file, position, name.
  public static func inOrder(_ left: Finding, _ right: Finding) -> Bool {
    (left.span, left.name, left.message) < (right.span, right.name, right.message)
  }
}

import MapSource
import MapSyntax

/// Reads what a comment to `mapc` says.
enum AllowReader {
  /// The accepted finding, and what is wrong with the comment.
  static func read(
    _ comment: SyntaxTree.Comment, isRead: Bool
  ) -> (allow: AllowComment?, finding: Finding?) {
    var words = Words(comment)
    guard let first = words.next(), first.text == "mapc:" else { return (nil, nil) }
    guard let verb = words.next() else { return (nil, unknownVerb(nil, comment)) }
    guard verb.text == "allow" else { return (nil, unknownVerb(verb, comment)) }
    guard let name = words.next(), name.text != "because" else {
      return (
        nil,
        Finding(
          "invalid-value", "the comment does not say which finding it allows", at: comment.span,
          help: "write '# mapc: allow NAME because …', with the finding's name")
      )
    }
    if let finding = wrongName(name.text, at: name.span) { return (nil, finding) }
    let because = words.next()
    let hasReason = because?.text == "because" && words.next() != nil
    let allow = AllowComment(
      name: name.text, span: name.span, line: comment.lineBelow, isJudged: isRead && hasReason)
    guard hasReason else {
      return (
        allow,
        Finding(
          "allow-without-reason", "'\(name.text)' is allowed without a reason", at: comment.span,
          label: "says no 'because'",
          help: "write '# mapc: allow \(name.text) because …', with the reason for it here")
      )
    }
    return (allow, nil)
  }

  private static func unknownVerb(
    _ verb: (text: String, span: Span)?, _ comment: SyntaxTree.Comment
  ) -> Finding {
    Finding(
      "invalid-value", "a comment to 'mapc' that says nothing it knows",
      at: verb?.span ?? comment.span,
      help: "write '# mapc: allow NAME because …', or begin the comment with another word")
  }

  private static func wrongName(_ name: String, at span: Span) -> Finding? {
    guard let entry = FindingCatalogue.entry(name) else {
      let names = FindingCatalogue.all.map(\.name)
      let nearest = Spelling.nearest(to: name, among: names)
      return Finding(
        "invalid-value", "there is no finding '\(name)'", at: span,
        label: nearest.map { "did you mean '\($0)'?" } ?? "",
        help: "'mapc explain' lists all names",
        fix: nearest.map { Fix(certain: false, edits: [Fix.Edit(span, $0)]) })
    }
    guard !entry.canBeAllowed else { return nil }
    let why =
      switch entry.group {
      case .allow: "it speaks of the comment that allows something"
      case .system: "'mapc import' finds it, which looks at a system and reads no comments"
      default: "no code can be generated from what it stands at"
      }
    return Finding(
      "invalid-value", "'\(name)' cannot be allowed", at: span, notes: [Finding.Note(why)])
  }

  /// The words of a comment with their places.
  private struct Words {
    private let bytes: [UInt8]
    private let file: Int32
    private let start: Int
    private var offset = 0

    init(_ comment: SyntaxTree.Comment) {
      bytes = Array(comment.text.utf8)
      file = comment.span.file
      start = Int(comment.textStart)
    }

    mutating func next() -> (text: String, span: Span)? {
      while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
      let from = offset
      while offset < bytes.count, !isSpace(bytes[offset]) { offset += 1 }
      guard from < offset else { return nil }
      let span = Span(file: file, start: Int32(start + from), end: Int32(start + offset))
      return (String(decoding: bytes[from..<offset], as: UTF8.self), span)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  }
}

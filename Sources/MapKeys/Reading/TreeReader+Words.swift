import MapSource
import MapSyntax

extension TreeReader {
  /// One word of a closed list.
  public func word<Word: CaseIterable & RawRepresentable<String>>(
    _ node: SyntaxNode, _ name: @autoclosure () -> String, _: Word.Type
  ) -> Located<Word>? {
    guard let text = text(node, name()) else { return nil }
    if let word = Word(rawValue: text.value) { return Located(word, at: text.span) }
    guard let meant = meantWord(text, among: Word.allCases.map(\.rawValue), for: name()) else {
      return nil
    }
    return Word(rawValue: meant).map { Located($0, at: text.span) }
  }

  /// One word of a list that is no type.
  public func word(
    _ node: SyntaxNode, _ name: @autoclosure () -> String, among words: [String]
  ) -> Located<String>? {
    guard let text = text(node, name()) else { return nil }
    if words.contains(text.value) { return text }
    return meantWord(text, among: words, for: name()).map { Located($0, at: text.span) }
  }

  /// Reports a word that is not in its closed list.
  /// - Returns: the one that was meant, where that is plain enough to go on with it.
  public func meantWord(
    _ text: Located<String>, among words: [String], for name: String
  ) -> String? {
    let subject = name.contains(" ") ? name : "'\(name)'"
    return meant(
      text, among: words, "invalid-value", "'\(text.value)' is no value of \(subject)",
      always: "write \(Self.listed(words, "or"))")
  }

  /// Reports a name that is not among those that exist.
  /// - Parameters:
  ///   - otherwise: what to do where no name is near.
  ///   - always: what to do in any case.
  /// - Returns: the one that was meant, where that is plain enough to go on with it.
  public func meant(
    _ text: Located<String>, among names: some Sequence<String>, _ finding: String,
    _ message: String, otherwise: String? = nil, always: String? = nil,
    notes: [Finding.Note] = []
  ) -> String? {
    guard let nearest = Nearest(to: text.value, in: names) else {
      report(finding, message, at: text.span, notes: notes, help: otherwise ?? always)
      return nil
    }
    let fix = Fix(
      certain: nearest.isCertain, edits: [Fix.Edit(text.span, nearest.word)])
    let help = "did you mean '\(nearest.word)'?" + (always.map { " " + $0 } ?? "")
    guard nearest.isOnly else {
      report(finding, message, at: text.span, notes: notes, help: help, fix: fix)
      return nil
    }
    note(Finding(finding, message, at: text.span, notes: notes, help: help, fix: fix))
    return nearest.word
  }

  /// `30m`, `12h`, `90s`, `1d`, in seconds.
  public func duration(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<Int>? {
    guard let text = text(node, name()) else { return nil }
    if text.value.last.map("smhd".contains) ?? false, Self.isDigits(String(text.value.dropLast())),
      !text.value.hasPrefix("-"), Self.seconds(text.value) == nil,
      Self.number(String(text.value.dropLast())) != 0
    {
      invalid("'\(text.value)' is longer than ten years", at: text.span, help: "write less")
      return nil
    }
    guard let seconds = Self.seconds(text.value) else {
      invalid(
        "'\(text.value)' is no duration", at: text.span,
        help: "write a whole number and s, m, h or d: '30m', '12h'")
      return nil
    }
    return Located(seconds, at: text.span)
  }

  private static func seconds(_ text: String) -> Int? {
    let unit: Int
    switch text.utf8.last {
    case UInt8(ascii: "s"): unit = 1
    case UInt8(ascii: "m"): unit = 60
    case UInt8(ascii: "h"): unit = 3_600
    case UInt8(ascii: "d"): unit = 86_400
    default: return nil
    }
    guard let count = number(String(text.dropLast())), count > 0 else { return nil }
    let (seconds, overflows) = count.multipliedReportingOverflow(by: unit)
    // Ten years is longer than anything sensible, and keeps sums far from overflow.
    return overflows || seconds > 315_360_000 ? nil : seconds
  }
}

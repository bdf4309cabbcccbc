/// A regular expression that an author wrote, compiled once.
///
/// Sendable: the regex is made from text, so it holds no closures of ours, and it is never changed.
public final class TextPattern: @unchecked Sendable {
  public static let longestPattern = 200
  public static let longestSubject = 10_000

  /// As it was written.
  public let source: String
  /// How many groups `$1` and on can stand for.
  public let groups: Int
  private let regex: Regex<AnyRegexOutput>

  public init(_ source: String) throws(PatternFailure) {
    guard !source.isEmpty else { throw .empty }
    guard source.count <= TextPattern.longestPattern else { throw .tooLong }
    var scan = TextPatternScan()
    try scan.read(source)
    self.source = source
    groups = scan.groups
    do { regex = try Regex(source) } catch { throw .invalid("\(error)") }
    // The first match finishes the compilation, which must not happen on two threads.
    _ = try? regex.firstMatch(in: "")
  }

  /// The template, filled from the first match: `$0` is the match, `$1` to `$9` its groups, `$$` a
  /// dollar. A group that took no part is ''.
  public func filled(
    _ template: String, from text: String
  ) throws(TransformFailure) -> String {
    guard TextLength.fits(text, in: TextPattern.longestSubject) else { throw .tooLong }
    guard let match = try? regex.firstMatch(in: text) else { throw .noMatch }
    var result = ""
    for piece in MatchTemplate(template).pieces {
      switch piece {
      case .literal(let literal): result += literal
      case .group(let number):
        if number < match.output.count { result += match.output[number].substring ?? "" }
      }
    }
    return result
  }
}

extension TextPattern: Hashable {
  public static func == (left: TextPattern, right: TextPattern) -> Bool {
    left.source == right.source
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
  }
}

/// A regular expression that an author wrote, read once.
///
/// Its work is bounded: at most `mostSteps` for each of at most `longestSubject` characters.
public final class TextPattern: Sendable {
  public static let longestPattern = 200
  /// How many steps a pattern has; a counted repetition has them as often as it may repeat.
  public static let mostSteps = 2_000
  /// UTF-16 units.
  public static let longestSubject = 10_000

  /// As it was written.
  public let source: String
  /// How many groups `$1` and on can stand for.
  public let groups: Int
  private let program: PatternProgram

  public init(_ source: String) throws(PatternFailure) {
    guard !source.isEmpty else { throw .empty }
    guard source.count <= TextPattern.longestPattern else { throw .tooLong }
    let (node, groups) = try PatternParser.read(source)
    guard node.size <= TextPattern.mostSteps else { throw .tooManySteps }
    self.source = source
    self.groups = groups
    program = PatternProgram(node)
  }

  /// The template, filled from the first match: `$0` is the match, `$1` to `$9` its groups, `$$` a
  /// dollar. A group that took no part is ''.
  public func filled(
    _ template: String, from text: String
  ) throws(TransformFailure) -> String {
    guard TextLength.fits(text, in: TextPattern.longestSubject) else { throw .tooLong }
    let search = PatternSearch(program, in: text)
    guard let match = search.firstMatch(groups: groups) else { throw .noMatch }
    var result = ""
    for piece in MatchTemplate(template).pieces {
      switch piece {
      case .literal(let literal): result += literal
      case .group(let number):
        if number < match.count, let range = match[number] { result += search.text(of: range) }
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

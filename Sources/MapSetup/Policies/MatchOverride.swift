import MapRuntime
import MapSource

/// What an author says of a mapping's `match` in place of its file.
public struct MatchOverride: Sendable {
  public var groups: Located<[[MatchPolicy.Pair]]>?
  public var unmatched: Located<UnmatchedPolicy>?
  public var then: Located<AfterMatch>?
  public var isAutomatic: Located<Bool>?
  public let span: Span

  init(at span: Span) { self.span = span }

  /// Without groups of its own or of the mapping there is nothing to match by.
  func apply(to match: inout MatchPolicy?) {
    var changed = match ?? MatchPolicy(groups: [])
    if let groups { changed.groups = groups.value }
    if let unmatched { changed.unmatched = unmatched.value }
    if let then { changed.then = then.value }
    if let isAutomatic { changed.isAutomatic = isAutomatic.value }
    match = changed.groups.isEmpty ? nil : changed
  }
}

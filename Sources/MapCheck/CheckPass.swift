import MapSource

/// A check: looks at one mapping in one feature combination and says what is wrong.
struct CheckPass: Sendable {
  /// Whose choices make the combinations in which it runs.
  enum Reach: Sendable {
    /// Those that the mapping's own file names.
    case own
    /// Those of every mapping that it refers to or shares a table with, too.
    case reached
  }

  let reach: Reach
  let find: @Sendable (EffectiveMapping, CheckContext) -> [Finding]
}

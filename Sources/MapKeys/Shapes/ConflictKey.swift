import MapRuntime

/// The keys of `conflict`.
public enum ConflictKey: String, KeySet {
  case update
  case by
  case delete

  public static let title = "a conflict rule"
  public static let index = KeyIndex<Self>()

  public var rule: KeyRule {
    switch self {
    case .update:
      .optional(.words(of: UpdateConflict.self), "Who wins where both sides changed.")
    case .by:
      .optional(
        .words(of: ConflictUnit.self),
        "Whether a record is in conflict as a whole, or the fields that both sides changed.")
    case .delete:
      .optional(.words(of: DeleteConflict.self), "What happens to a record whose partner is gone.")
    }
  }
}

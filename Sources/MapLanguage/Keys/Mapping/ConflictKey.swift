import MapRuntime

/// The keys of `conflict`.
enum ConflictKey: String, KeySet {
  case update
  case delete

  static let title = "a conflict rule"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .update:
      .optional(.words(of: UpdateConflict.self), "Who wins where both sides changed.")
    case .delete:
      .optional(.words(of: DeleteConflict.self), "What happens to a record whose partner is gone.")
    }
  }
}

/// What a mapping does where both sides changed, or one side is gone: one value from the file to the
/// engine (F11; R D-25 to D-34).
public struct ConflictPolicy: Hashable, Sendable {
  public var update: UpdateConflict
  public var by: ConflictUnit
  public var delete: DeleteConflict

  public init(
    update: UpdateConflict = .refuse, by: ConflictUnit = .record, delete: DeleteConflict = .refuse
  ) {
    self.update = update
    self.by = by
    self.delete = delete
  }
}

/// What of a record is in conflict where both sides changed it (R D-26).
public enum ConflictUnit: String, Sendable, CaseIterable {
  /// All two-way fields that differ, whoever changed them.
  case record
  /// A two-way field that both sides changed; what only one side changed travels.
  case field
}

/// Who wins where both sides changed (F11, R D-25 to D-30).
public enum UpdateConflict: String, Sendable, CaseIterable {
  case bcWins = "bc-wins"
  case salesWins = "sales-wins"
  case refuse
}

/// What happens to a record whose partner is gone (F11, R D-31 to D-35).
public enum DeleteConflict: String, Sendable, CaseIterable {
  case uncouple
  case restore
  case deletePartner = "delete-partner"
  case refuse
}

import MapSource

/// Every check that there is. A new one is a file in its group's folder and a line here.
enum CheckPasses {
  /// Checks of one mapping in one feature combination.
  static let all: [CheckPass] = [
    DirectionConflictCheck.pass,
    NamedRuleCheck.pass,
    DocumentNamesCheck.pass,
    StateNotHandledCheck.pass,
    StateTransitionCheck.pass,
    VersionNotArchivedCheck.pass,
    WriteInNotSetCheck.pass,
  ]

  /// Checks of the project as a whole.
  static let project: [@Sendable (ResolvedModel) -> [Finding]] = [
    { TableDescriptionCheck.find(in: $0) },
    { ConflictUnusedCheck.find(in: $0) },
    { UnmappedFieldCheck.find(in: $0) },
    { UnusedTableCheck.find(in: $0) },
    { UnusedFeatureCheck.find(in: $0) },
    { TestNamesCheck.find(in: $0) },
    { WriteInCoupledCheck.find(in: $0) },
  ]
}

import MapSource

/// Every check that there is. A new one is a file in its group's folder and a line here.
enum CheckPasses {
  /// Checks of one mapping in one feature combination.
  static let all: [CheckPass] = [
    DuplicateTargetCheck.pass,
    FlowChecks.pass,
    ReadOnlyTargetCheck.pass,
    AssignmentCheck.pass,
    RunValueCheck.pass,
    WriteBackCheck.pass,
    RequiredNotMappedCheck.pass,
    ConstantKeyCheck.pass,
    LookupChecks.pass,
    DirectionConflictCheck.pass,
    NamedRuleCheck.pass,
    CompanyCheck.pass,
    UnaskedConditionCheck.pass,
    CreatedAgainCheck.pass,
    DocumentNamesCheck.pass,
    StateNotHandledCheck.pass,
    StateTransitionCheck.pass,
    VersionNotArchivedCheck.pass,
    WriteInNotSetCheck.pass,
    FilterNeverTrueCheck.pass,
    FilterExcludesConstantCheck.pass,
    WriterChecks.pass,
    FilteredReferenceCheck.pass,
    OscillationCheck.pass,
    MatchNotComparableCheck.pass,
    MatchNotUniqueCheck.pass,
    PrerequisiteRedundantCheck.pass,
    PrerequisiteInactiveCheck.pass,
    PrerequisiteDirectionCheck.pass,
    RequirementCheck.pass,
  ]

  /// Checks of the project as a whole.
  static let project: [@Sendable (ResolvedModel) -> [Finding]] = [
    NameClashCheck.find,
    HostFunctionCheck.find,
    UntoldLengthCheck.find,
    SettingDefaultCheck.find,
    SettingCheck.find,
    CopyToCheck.find,
    TableDescriptionCheck.find,
    ConflictUnusedCheck.find,
    UnmappedFieldCheck.find,
    UnusedTableCheck.find,
    UnusedFeatureCheck.find,
    FeatureConditionCheck.find,
    FeatureCombinationsCheck.find,
    TestNamesCheck.find,
    WriteInCoupledCheck.find,
  ]
}

import MapKeys
import MapSetup

extension KeyCatalogue {
  /// The shapes of scenario files.
  static let scenario = KeyCatalogue(
    [
      ScenarioKey.self, GivenKey.self, GivenCouplingKey.self, ThenKey.self,
      ExpectedCouplingKey.self, CountKey.self, ExpectedJobKey.self, ExpectedErrorKey.self,
      ExpectedReviewKey.self, StepKey.self, SideRecordsKey.self, ChangeKey.self,
      NamedRecordKey.self, SynchronizeNowKey.self, CoupleKey.self, MappingRecordsKey.self,
      CreateAndCoupleKey.self, NamePartnerKey.self, UncoupleKey.self, NewDocumentKey.self,
      PostKey.self, PayKey.self, UnapplyKey.self, CloseKey.self, FulfilKey.self, NoteKey.self,
      RetryKey.self, FailKey.self,
    ] + policies, compiled: compiled, schemaCommand: "`mapsync schema scenario`")
}

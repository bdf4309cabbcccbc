/// Who changes a record: runs tell their own changes from a person's.
public enum ScenarioAuthor: String, Hashable, Sendable, CaseIterable {
  case person
  case integration
}

/// The one occasion on which a field map is applied.
public enum OnlyOn: String, Sendable, CaseIterable {
  case create
  case update
}

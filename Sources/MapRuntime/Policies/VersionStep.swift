/// A step that takes in a new version of a quote (F24, R G-4).
public enum VersionStep: String, Sendable, CaseIterable {
  case archive
  case replace
  case new
}

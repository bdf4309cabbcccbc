/// Why a name that a person gave finds no mapping.
public enum NameProblem: Error, Hashable, Sendable {
  /// No file has it; perhaps another is meant.
  case unknown(String, nearest: String?)
  /// The features leave out the mapping at this place.
  case absent(Int)
}

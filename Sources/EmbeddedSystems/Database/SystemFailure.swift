/// Why a whole call to an embedded system failed; one sentence for people.
public enum SystemFailure: Error, Hashable, Sendable {
  /// Somebody else holds the file; trying again may help.
  case unavailable(String)
  /// The file cannot be used: damaged, foreign, of a newer version, on a full disk.
  case unusable(String)
  /// A table, field or company that the system does not have.
  case unknown(String)

  public var sentence: String {
    switch self {
    case .unavailable(let sentence), .unusable(let sentence), .unknown(let sentence): sentence
    }
  }
}

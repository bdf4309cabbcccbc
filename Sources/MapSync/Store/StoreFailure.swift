/// Why a whole call to a store failed; one sentence for people.
public enum StoreFailure: Error, Hashable, Sendable {
  /// It cannot be reached or does not answer now; trying again may help.
  case unavailable(String, retryAfterSeconds: Int? = nil)
  /// It cannot be used: damaged, of a newer version, without rights.
  case unusable(String)
  /// A table, field or condition that the store does not know.
  case unknown(String)
  /// Somebody else is at work on the same mapping; trying again later will help (R L-12).
  case busy(String)
  /// The setup lacks what the documents of a mapping need; a person mends it (F18).
  case unready(String)

  /// Whether nothing else can be done with the store now: not only this table or field.
  public var concernsWholeStore: Bool {
    switch self {
    case .unavailable, .unusable: true
    case .unknown, .busy, .unready: false
    }
  }

  public var sentence: String {
    switch self {
    case .unavailable(let sentence, _), .unusable(let sentence), .unknown(let sentence),
      .busy(let sentence), .unready(let sentence):
      sentence
    }
  }
}

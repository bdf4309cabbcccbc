import EmbeddedSystems
import MapSync

extension StoreFailure {
  /// The same failure in the words of the protocol.
  init(_ failure: SystemFailure) {
    switch failure {
    case .unavailable(let sentence): self = .unavailable(sentence, retryAfterSeconds: 1)
    case .unusable(let sentence): self = .unusable(sentence)
    case .unknown(let sentence): self = .unknown(sentence)
    }
  }
}

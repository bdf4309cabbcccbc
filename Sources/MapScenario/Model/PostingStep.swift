/// A step of posting an order.
public enum PostingStep: String, Hashable, Sendable, CaseIterable {
  case release
  case ship
  case invoice
}

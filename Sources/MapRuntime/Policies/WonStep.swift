/// A step that answers a won quote (F25, R G-5 to G-9).
public enum WonStep: String, Sendable, CaseIterable {
  case createOrder = "create-order"
  case archive
  case release
}

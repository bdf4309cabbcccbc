import MapKeys
import MapRuntime

/// The keys of what stands in a line's description.
enum OverflowDescriptionKey: String, KeySet {
  case product
  case writeIn = "write-in"

  static let title = "a rule for descriptions"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .product:
      .optional(.words(of: OverflowDescription.self), "For lines with a product.")
    case .writeIn:
      .optional(.words(of: OverflowDescription.self), "For lines without one.")
    }
  }
}

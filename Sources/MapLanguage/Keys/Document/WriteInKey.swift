import MapKeys

/// The keys of lines without a product.
enum WriteInKey: String, KeySet {
  case when
  case product
  case text

  static let title = "a write-in rule"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .when:
      .required(.when, "The lines that are meant.")
    case .product:
      .optional(.values, "The product that stands for them in Business Central.")
    case .text:
      .optional(.keys(WriteInTextKey.self), "The text that stands for them in Sales.")
    }
  }
}

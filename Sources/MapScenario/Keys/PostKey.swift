import MapKeys

/// The keys of `post`.
enum PostKey: String, KeySet {
  case order
  case `do`
  case quantities

  static let title = "a posting"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .order:
      .required(
        .text, "A BC order, or the Sales order that it came from.")
    case .do:
      .required(
        .list(.words(of: PostingStep.self)), "What is done, in this order.")
    case .quantities:
      .optional(
        .map(.text), "Quantities by line number, for a part.")
    }
  }
}

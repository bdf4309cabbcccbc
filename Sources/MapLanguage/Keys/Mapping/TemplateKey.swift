/// The keys of values for new records.
enum TemplateKey: String, KeySet {
  case to
  case when
  case set

  static let title = "a template"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .to:
      .required(.words(["bc", "sales"]), "The side of the new record.")
    case .when:
      .optional(.when, "The sources that it fits.")
    case .set:
      .required(.values, "Fields and their values.")
    }
  }
}

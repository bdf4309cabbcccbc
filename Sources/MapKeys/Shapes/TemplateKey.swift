/// The keys of values for new records.
public enum TemplateKey: String, KeySet {
  case to
  case when
  case set

  public static let title = "a template"
  public static let index = KeyIndex<Self>()

  public var rule: KeyRule {
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

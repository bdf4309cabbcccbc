/// Transforms from patterns that the compiler has already read; generated code makes them once.
public enum CheckedTransform {
  public static func dateFormat(_ pattern: String) -> Transform {
    (try? DatePattern(pattern)).map(Transform.dateFormat) ?? .custom(pattern)
  }

  public static func parseDate(_ pattern: String) -> Transform {
    (try? DatePattern(pattern)).map(Transform.parseDate) ?? .custom(pattern)
  }

  public static func numberFormat(_ pattern: String) -> Transform {
    (try? NumberPattern(pattern)).map(Transform.numberFormat) ?? .custom(pattern)
  }

  public static func matches(_ pattern: String, template: String) -> Transform {
    (try? TextPattern(pattern)).map { .matches($0, template: template) } ?? .custom(pattern)
  }
}

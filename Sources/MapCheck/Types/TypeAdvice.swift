import MapRuntime

/// What to do about two types that do not fit.
enum TypeAdvice {
  static func help(from source: FieldType, to target: FieldType) -> String {
    switch (source, target) {
    case (.lookup, .lookup): return "name a field that refers to the same table"
    case (.guid, .lookup):
      return "a record of Sales is named by `through: MAPPING`, `$user` or `$local-currency`"
    case (_, .lookup), (.lookup, _):
      return "say in the schemas what both fields refer to, and here `through: MAPPING`"
    case (.option, _), (_, .option), (.boolean, _), (_, .boolean):
      return "say what becomes what: `values: { … }`"
    case (.decimal, _) where isText(target), (.money, _) where isText(target):
      return "say `transform: { number-format: '0.00' }`"
    case (.date, _) where isText(target), (.dateTime, _) where isText(target):
      return "say `transform: { date-format: yyyy-MM-dd }`"
    default:
      return "map it to a field of a fitting type, or let the host compute it: `compute: NAME`"
    }
  }

  private static func isText(_ type: FieldType) -> Bool { FlowTyping.limit(of: type) != nil }
}

/// Types that convert into each other without loss of meaning.
enum ConversionFamily: Hashable, Sendable {
  case text
  case number
  case boolean
  case time
  case guid
  case option
  case lookup

  init(_ type: FieldType) {
    self =
      switch type {
      case .text, .code, .memo: .text
      case .integer, .bigInteger, .decimal, .money: .number
      case .boolean: .boolean
      case .date, .dateTime: .time
      case .guid: .guid
      case .option: .option
      case .lookup: .lookup
      }
  }
}

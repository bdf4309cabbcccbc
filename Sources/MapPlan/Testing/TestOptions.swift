import MapLanguage
import MapRuntime

/// The options of one test: those of the table's file by name, and labels that exist only in a
/// field that grows.
struct TestOptions: Sendable {
  private static let firstNew: Int32 = 900_000_000

  private var numbers: [String: Int32] = [:]
  private var labels: [Int32: String] = [:]

  mutating func option(_ name: String, of field: Field) -> OptionValue {
    if let known = field.option(name) ?? numbers[name] { return OptionValue(known) }
    if let number = Int32(name) { return OptionValue(number) }
    let number = Self.firstNew + Int32(numbers.count)
    numbers[name] = number
    labels[number] = name
    return OptionValue(number)
  }

  func name(_ option: OptionValue, of field: Field) -> String {
    field.options.first { $0.value == option.rawValue }?.title ?? labels[option.rawValue]
      ?? option.description
  }
}

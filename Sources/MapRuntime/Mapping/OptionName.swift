/// The names of options inside made texts.
public enum OptionName {
  /// The option's name; its number where it has none here.
  public static func of(_ option: OptionValue?, _ names: [Int32: String]) -> String {
    guard let option else { return "" }
    return names[option.rawValue] ?? option.description
  }
}

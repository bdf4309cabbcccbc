import MapCheck
import MapLanguage
import MapRuntime

/// Words of the facts and of the language, made alike.
enum Words {
  /// The language's word for a direction of the facts.
  static func direction(_ fact: String) -> String {
    switch fact {
    case "bidirectional": "both"
    case "to-integration": "to-sales"
    case "from-integration": "to-bc"
    default: "unknown " + fact
    }
  }

  static func directions(_ directions: [Direction]) -> String {
    directions.count == 2 ? "both" : list(directions.map(\.name))
  }

  static func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.joined(separator: ", ")
  }

  /// A value as an author would write it: options by name, an empty BC option as `blank`.
  static func value(_ operand: Operand, of field: Field?) -> String {
    switch operand {
    case .variable(let variable): return variable.written
    case .value(.option(let option)):
      guard let known = field?.options.first(where: { $0.value == option.rawValue }) else {
        return option.description
      }
      return known.name == " " ? "blank" : known.name
    case .value(let value): return value.description
    }
  }

  /// The mappings that a conversion of the facts looks records up in: all of them, or of a
  /// choice those whose units the record has.
  static func references(_ transformation: String) -> (mappings: [String], isChoice: Bool) {
    for part in transformation.split(separator: ";") {
      for name in ["lookup-coupling(", "option-coupling("] {
        if let inside = inside(part, after: name) {
          return (inside.split(separator: " or ").map(String.init), false)
        }
      }
      if part.hasPrefix("uom-lookup"), let inside = inside(part, after: "(") {
        return (inside.split(separator: " / ").map(String.init), true)
      }
    }
    return ([], false)
  }

  private static func inside(_ text: Substring, after start: String) -> Substring? {
    guard let from = text.firstRange(of: start)?.upperBound else { return nil }
    return text[from...].prefix { $0 != ")" }
  }
}

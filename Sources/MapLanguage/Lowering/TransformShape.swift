import MapKeys

/// What stands behind the name of a transform.
enum TransformShape: Sendable {
  case nothing
  case texts(Int)
  case wholeNumbers(Int)
  case decimal
  /// The name of a host function.
  case name

  /// The transforms of the language with their arguments.
  static let all: [(name: String, shape: TransformShape)] = [
    ("trim", .nothing), ("uppercase", .nothing), ("lowercase", .nothing),
    ("title-case", .nothing), ("substring", .wholeNumbers(2)), ("replace", .texts(2)),
    ("matches", .texts(2)), ("digits-only", .nothing), ("alphanumeric-only", .nothing),
    ("prefix", .texts(1)), ("suffix", .texts(1)), ("round", .wholeNumbers(1)),
    ("multiply", .decimal), ("negate", .nothing), ("at-least-zero", .nothing),
    ("date-format", .texts(1)), ("number-format", .texts(1)), ("custom", .name),
  ]

  static let names = all.map(\.name)

  static func of(_ name: String) -> TransformShape? { all.first { $0.name == name }?.shape }

  var count: Int {
    switch self {
    case .nothing: 0
    case .texts(let count), .wholeNumbers(let count): count
    case .decimal, .name: 1
    }
  }

  /// What an author writes, for messages.
  func form(_ name: String) -> String {
    switch self {
    case .nothing: name
    case .wholeNumbers(2): "{ \(name): [start, length] }"
    case .texts(2):
      name == "replace" ? "{ replace: [from, to] }" : "{ matches: [pattern, template] }"
    case .wholeNumbers: "{ \(name): places }"
    case .texts: "{ \(name): text }"
    case .decimal: "{ \(name): number }"
    case .name: "{ \(name): NAME }"
    }
  }

  /// Whether a text can be an argument of it.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .nothing: false
    case .texts: true
    case .wholeNumbers: Lowering.number(text).map { $0 >= 0 } ?? false
    case .decimal: Self.isDecimal(text)
    case .name: !text.isEmpty
    }
  }

  private static func isDecimal(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}

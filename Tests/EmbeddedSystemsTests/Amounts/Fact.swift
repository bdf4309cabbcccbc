import Foundation
import MapRuntime

/// What a row of `amounts.tsv` says in JSON; numbers are texts there.
indirect enum Fact: Hashable, Sendable, Decodable {
  case text(String)
  case flag(Bool)
  case list([Fact])
  case object([String: Fact])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let whole = try? container.decode(Int64.self) {
      self = .text(String(whole))
    } else if let list = try? container.decode([Fact].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: Fact].self))
    }
  }

  static func number(_ value: DecimalValue) -> Fact { .text(value.description) }

  /// What is not as it is said here; an object may say more than it is asked for.
  func differences(from said: Fact, at path: String = "") -> [String] {
    switch (self, said) {
    case (.object(let own), .object(let wanted)):
      wanted.sorted { $0.key < $1.key }.flatMap { name, value in
        own[name].map { $0.differences(from: value, at: "\(path).\(name)") }
          ?? ["\(path).\(name) is missing"]
      }
    case (.list(let own), .list(let wanted)) where own.count == wanted.count:
      zip(own, wanted).enumerated().flatMap { place, pair in
        pair.0.differences(from: pair.1, at: "\(path)[\(place + 1)]")
      }
    default: isSame(as: said) ? [] : ["\(path): \(self), not \(said)"]
    }
  }

  /// 0.50 is 0.5.
  private func isSame(as other: Fact) -> Bool {
    guard case .text(let own) = self, case .text(let wanted) = other,
      let number = try? DecimalValue(parsing: own)
    else { return self == other }
    return number == (try? DecimalValue(parsing: wanted))
  }
}

/// Reading what a row must say; a row that does not fails the test by its name.
extension Fact {
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  subscript(_ name: String) -> Fact? {
    if case .object(let fields) = self { fields[name] } else { nil }
  }

  func field(_ name: String) throws -> Fact {
    guard let fact = self[name] else { throw Missing(description: "no '\(name)' in \(self)") }
    return fact
  }

  func text(_ name: String) throws -> String { try field(name).text }

  func number(_ name: String, or other: DecimalValue? = nil) throws -> DecimalValue {
    if let other, self[name] == nil { return other }
    return try field(name).number
  }

  func date(_ name: String) throws -> DateValue { try field(name).date }

  func flag(_ name: String, or other: Bool) throws -> Bool {
    guard let fact = self[name] else { return other }
    guard case .flag(let flag) = fact else { throw Missing(description: "no flag: \(fact)") }
    return flag
  }

  func list(_ name: String) throws -> [Fact] {
    guard case .list(let list) = try field(name) else {
      throw Missing(description: "no list: \(name)")
    }
    return list
  }

  var text: String {
    get throws {
      guard case .text(let text) = self else { throw Missing(description: "no text: \(self)") }
      return text
    }
  }

  var number: DecimalValue {
    get throws { try DecimalValue(parsing: text) }
  }

  var date: DateValue {
    get throws {
      guard let date = try DateValue(parsing: text) else {
        throw Missing(description: "no date: \(self)")
      }
      return date
    }
  }
}

/// A row of `amounts.tsv`: how Business Central counted, as documented, asserted by Microsoft's tests
/// or computed from the rules.
struct AmountFact: Sendable, CustomStringConvertible {
  let id: String
  let rules: String
  let inputs: Fact
  let outputs: Fact

  var description: String { "\(id) (\(rules))" }

  static func all() throws -> [AmountFact] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "amounts.tsv")
    let decoder = JSONDecoder()
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      let cells = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6, cells[1] == "bc" else {
        throw Fact.Missing(description: "no row: \($0)")
      }
      return AmountFact(
        id: cells[0], rules: cells[2],
        inputs: try decoder.decode(Fact.self, from: Data(cells[3].utf8)),
        outputs: try decoder.decode(Fact.self, from: Data(cells[4].utf8)))
    }
  }
}

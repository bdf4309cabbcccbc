/// What a pattern asks of one character: that it is one of these, or none of them.
struct PatternCharacter: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case exactly(Character)
    case range(Character, Character)
    case kind(CharacterKind, isNegated: Bool)
  }

  let parts: [Part]
  let isNegated: Bool
  let ignoresCase: Bool
  /// The answers for the characters of ASCII, a bit each.
  private let plain: UInt128

  init(_ parts: [Part], isNegated: Bool = false, ignoresCase: Bool) {
    self.parts = parts
    self.isNegated = isNegated
    self.ignoresCase = ignoresCase
    plain = (0..<128 as Range<UInt8>).reduce(0) { bits, byte in
      let character = Character(Unicode.Scalar(byte))
      let isTaken = Self.holds(parts, ignoresCase, character) != isNegated
      return isTaken ? bits | 1 << UInt128(byte) : bits
    }
  }

  func accepts(_ letter: PatternLetter) -> Bool {
    if let byte = letter.plain { return plain & (1 << UInt128(byte)) != 0 }
    return Self.holds(parts, ignoresCase, letter.character) != isNegated
  }

  private static func holds(
    _ parts: [Part], _ ignoresCase: Bool, _ character: Character
  ) -> Bool {
    if parts.contains(where: { holds($0, character) }) { return true }
    // However it is written, the end of a line is one character.
    if character == "\r\n", parts.contains(where: { holds($0, "\n") }) { return true }
    guard ignoresCase else { return false }
    return [character.lowercased(), character.uppercased()].contains { other in
      other.count == 1 && other.allSatisfy { same in parts.contains { holds($0, same) } }
    }
  }

  private static func holds(_ part: Part, _ character: Character) -> Bool {
    switch part {
    case .exactly(let wanted): character == wanted
    case .range(let first, let last): isBetween(first, last, character)
    case .kind(let kind, let isNegated): kind.holds(character) != isNegated
    }
  }

  /// Characters are ordered by their composed form; one that no single scalar stands for lies
  /// between two that do, and is in no range.
  private static func isBetween(
    _ first: Character, _ last: Character, _ character: Character
  ) -> Bool {
    guard first <= character, character <= last else { return false }
    guard character.unicodeScalars.count > 1, let base = character.unicodeScalars.first,
      let next = Unicode.Scalar(base.value + 1)
    else { return true }
    return !(Character(base) <= character && character < Character(next))
  }
}

/// A character of a text that a pattern is tried on.
struct PatternLetter: Sendable {
  let character: Character
  /// Its byte, if it is one of ASCII.
  let plain: UInt8?

  init(_ character: Character) {
    self.character = character
    let bytes = character.utf8
    plain = bytes.count == 1 ? bytes.first : nil
  }
}

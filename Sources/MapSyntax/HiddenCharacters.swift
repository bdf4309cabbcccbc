import MapSource

/// Characters that an editor does not show, or shows as a space that they are not: nobody finds the
/// difference that they make.
enum HiddenCharacters {
  /// The first one that may stand nowhere, as a finding.
  static func check(_ bytes: [UInt8], file: Int32) -> Finding? {
    if let place = loneReturn(in: bytes) {
      return Finding(
        "hidden-character", "a carriage return without a line feed: U+000D CARRIAGE RETURN",
        at: Span(file: file, start: Int32(place), end: Int32(place + 1)),
        help: "save the file with line feeds, with or without carriage returns before them")
    }
    let hidden = places(in: bytes) { scalar, before in isHidden(scalar, behind: before) }
    guard let first = hidden.first else { return nil }
    return Finding(
      "hidden-character", "a character that an editor does not show: \(name(of: first.scalar))",
      at: span(first, file), label: "here, as a sign of its own",
      help: "take it out\(more(hidden.count)), or write it in double quotes as "
        + "\"\(escaped(first.scalar))\"",
      fix: Fix(certain: false, edits: [Fix.Edit(span(first, file), "")]))
  }

  /// The first space that is none to YAML, where it is not in quotes, in a text block or in a comment.
  /// - Parameters:
  ///   - end: where reading stopped; nil where it did not.
  ///   - isPlain: whether a byte stands in a text without quotes; nil where it is in no text.
  static func space(
    in bytes: [UInt8], file: Int32, before end: Int?, isPlain: (Int) -> Bool?
  ) -> Finding? {
    if Encoding.isASCII(bytes), !bytes.contains(0x09) { return nil }
    let spaces = places(in: bytes) { scalar, _ in isStrangeSpace(scalar) }
    let found = spaces.first { space in
      if let isPlain = isPlain(space.offset) { return isPlain }
      // What was not read may be in quotes or in a comment; between values, a tab is nobody's mistake.
      guard let end, space.offset <= end, space.scalar != "\t" else { return false }
      let line = SyntaxLine(around: space.offset, in: bytes)
      return !bytes[line.start..<space.offset].contains { [0x22, 0x23, 0x27].contains($0) }
    }
    guard let found else { return nil }
    return Finding(
      "hidden-character", "a space that is none to YAML: \(name(of: found.scalar))",
      at: span(found, file), label: "looks like a space",
      help: "write a space, or put the text in quotes if it is meant",
      fix: Fix(certain: false, edits: [Fix.Edit(span(found, file), " ")]))
  }

  static func isStrangeSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\t" || scalar.properties.generalCategory == .spaceSeparator && scalar != " "
  }

  private struct Place {
    let scalar: Unicode.Scalar
    let offset: Int
    let end: Int
  }

  private static func isHidden(_ scalar: Unicode.Scalar, behind before: Unicode.Scalar?) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case ..<0x20, 0x7F: true
    case ..<0x80: false
    // Joiners belong to words of several scripts and to emoji, and hide behind a letter of no such.
    case 0x200C, 0x200D: before?.isASCII ?? true
    // Selectors say how the sign before them is drawn; a letter is drawn in one way, and a digit or '#'
    // in one that belongs to emoji.
    case 0xFE00...0xFE0F:
      before.map { $0.isASCII && $0.properties.isAlphabetic || $0 == " " } ?? true
    // What is no character at all, and never will be.
    case 0xFDD0...0xFDEF: true
    case let value where value & 0xFFFE == 0xFFFE: true
    // Fillers, and the blank of Braille.
    case 0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0: true
    default: isFormat(scalar.properties.generalCategory)
    }
  }

  private static func isFormat(_ category: Unicode.GeneralCategory) -> Bool {
    [.control, .lineSeparator, .paragraphSeparator, .format].contains(category)
  }

  /// - Parameter isWanted: asked about each character and the one before it.
  private static func places(
    in bytes: [UInt8], where isWanted: (Unicode.Scalar, Unicode.Scalar?) -> Bool
  ) -> [Place] {
    var places: [Place] = []
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard !isPrintable(bytes) || bytes.contains(0x09) else { return [] }
    var offset = mark
    var before: Unicode.Scalar?
    for scalar in String(decoding: bytes[mark...], as: UTF8.self).unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if isWanted(scalar, before) { places.append(Place(scalar: scalar, offset: offset, end: end)) }
      (offset, before) = (end, scalar)
    }
    return places
  }

  /// Where a carriage return stands that ends a line to some readers and none to others.
  private static func loneReturn(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      for place in bytes.indices where bytes[place] == 0x0D {
        guard place + 1 < bytes.count, bytes[place + 1] == 0x0A else { return place }
      }
      return nil
    }
  }

  /// Whether all is ASCII that is shown: nearly every file.
  private static func isPrintable(_ bytes: [UInt8]) -> Bool {
    guard Encoding.isASCII(bytes) else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes where byte < 0x20 || byte == 0x7F {
        guard byte == 0x0A || byte == 0x0D || byte == 0x09 else { return false }
      }
      return true
    }
  }

  /// `U+2028 LINE SEPARATOR`
  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    guard let name = scalar.properties.name ?? scalar.properties.nameAlias else { return code }
    return "\(code) \(name)"
  }

  /// As it is written inside double quotes.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, width) =
      scalar.value > 0xFFFF ? ("U", 8) : scalar.value > 0xFF ? ("u", 4) : ("x", 2)
    return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
  }

  private static func more(_ count: Int) -> String {
    count > 1
      ? ", with the \(count - 1 == 1 ? "other one" : "\(count - 1) others") of this file" : ""
  }

  private static func span(_ place: Place, _ file: Int32) -> Span {
    Span(file: file, start: Int32(place.offset), end: Int32(place.end))
  }
}

extension UTF8 {
  /// The bytes that a code point takes.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }
}

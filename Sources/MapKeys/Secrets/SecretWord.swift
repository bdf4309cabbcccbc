/// What a run of characters without spaces looks like.
enum SecretWord {
  /// Letters, digits and what base64 and its kin use besides.
  static func isPart(_ byte: UInt8) -> Bool {
    kind(byte) != .other
  }

  /// Whether a token follows: a long run with a digit in it.
  static func isToken(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let run = bytes[start...].prefix(while: isPart)
    return run.count >= 16 && run.contains { kind($0) == .digit }
  }

  static func shape(of word: Slice<UnsafeBufferPointer<UInt8>>) -> SecretShape? {
    guard word.count >= 20 else { return nil }
    if isWebToken(word) { return .webToken }
    if isClientSecret(word) { return .clientSecret }
    return isKnownKey(word) || isHexadecimal(word) || isRandom(word) ? .key : nil
  }

  private enum Kind {
    case upper
    case lower
    case digit
    case mark
    case other
  }

  private static func kind(_ byte: UInt8) -> Kind {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "~"):
      .mark
    default: .other
    }
  }

  /// `eyJ….….…`
  private static func isWebToken(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.starts(with: "eyJ".utf8) && word.count >= 30 && word.contains(UInt8(ascii: "."))
  }

  /// An Entra client secret: three characters, a digit, `Q~`, and some thirty more.
  private static func isClientSecret(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.count >= 37 && word.dropFirst(3).first.map { kind($0) == .digit } ?? false
      && word.dropFirst(4).starts(with: "Q~".utf8)
  }

  private static func isKnownKey(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    (word.count >= 36 && (word.starts(with: "ghp_".utf8) || word.starts(with: "gho_".utf8)))
      || (word.count == 20 && word.starts(with: "AKIA".utf8)
        && word.allSatisfy { kind($0) == .upper || kind($0) == .digit })
      || (word.count >= 24 && word.starts(with: "sk_live_".utf8))
  }

  /// Hexadecimal digits that are more than a GUID: 32 may be one written without dashes.
  private static func isHexadecimal(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.count >= 40
      && word.allSatisfy { kind($0) == .digit || (0x61...0x66).contains($0 | 0x20) }
      && word.contains { kind($0) == .digit } && word.contains { kind($0) != .digit }
  }

  /// Base64 of random bytes changes between capitals, small letters and digits at every other
  /// character; names and paths do so once a word.
  private static func isRandom(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard word.count >= 32 else { return false }
    var changes = 0
    var digits = 0
    var hasUpper = false
    var hasLower = false
    var last = Kind.other
    for byte in word {
      let kind = kind(byte)
      if kind == .digit { digits += 1 }
      hasUpper = hasUpper || kind == .upper
      hasLower = hasLower || kind == .lower
      if kind != last, last != .other { changes += 1 }
      last = kind
    }
    return hasUpper && hasLower && digits >= 2 && changes * 20 >= word.count * 9
  }
}

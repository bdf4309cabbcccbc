/// A number that is the same for all names that could become one identifier, found without making
/// any: the letters and digits of the name, case aside.
enum NameFingerprint {
  /// Nil where only the identifier itself can tell.
  static func of(_ name: String) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isBlank = true
    func add(_ byte: UInt8) {
      hash = (hash ^ UInt64(byte | 0x20)) &* 0x0000_0100_0000_01B3
      isBlank = false
    }
    for byte in name.utf8 {
      switch byte {
      case 0x80...: return nil
      case UInt8(ascii: "%"): for letter in "percent".utf8 { add(letter) }
      case UInt8(ascii: "&"): for letter in "and".utf8 { add(letter) }
      case _ where SwiftName.isLetter(byte) || SwiftName.isDigit(byte): add(byte)
      default: break
      }
    }
    guard isBlank else { return hash }
    return name.utf8.allSatisfy { $0 == 0x20 } ? of("blank") : nil
  }
}

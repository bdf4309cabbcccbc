/// The kinds of values that are secrets by their looks alone.
enum SecretShape: Sendable {
  case password
  case bearer
  case webToken
  case privateKey
  case addressWithPassword
  case clientSecret
  case key

  /// Nothing shorter is looked at.
  static let shortest = 8

  var title: String {
    switch self {
    case .password: "a password in a connection string"
    case .bearer: "an access token"
    case .webToken: "a JSON web token"
    case .privateKey: "a private key"
    case .addressWithPassword: "an address with a password in it"
    case .clientSecret: "a client secret"
    case .key: "a secret key"
    }
  }

  static func find(in bytes: UnsafeBufferPointer<UInt8>) -> SecretShape? {
    var word = 0
    for place in bytes.indices {
      switch bytes[place] {
      case UInt8(ascii: "="):
        if isPassword(bytes, equals: place) { return .password }
      case UInt8(ascii: "@"):
        if isAddress(bytes, at: place) { return .addressWithPassword }
      case UInt8(ascii: "P") where starts(bytes, place, with: "PRIVATE KEY-----"):
        return .privateKey
      case UInt8(ascii: "B") where starts(bytes, place, with: "Bearer "):
        if SecretWord.isToken(bytes, from: place + 7) { return .bearer }
      default: break
      }
      if !SecretWord.isPart(bytes[place]) {
        if let shape = SecretWord.shape(of: bytes[word..<place]) { return shape }
        word = place + 1
      }
    }
    return word < bytes.count ? SecretWord.shape(of: bytes[word...]) : nil
  }

  private static let passwordKeys: [StaticString] = [
    "password", "pwd", "accountkey", "sharedaccesskey", "clientsecret", "client_secret", "apikey",
    "api_key", "secretkey",
  ]

  /// `password=…`, but not `password={…}` or `password=$…`, which stand for a value.
  private static func isPassword(_ bytes: UnsafeBufferPointer<UInt8>, equals: Int) -> Bool {
    guard equals + 4 < bytes.count, ![0x20, 0x24, 0x7B, 0x3C].contains(bytes[equals + 1]) else {
      return false
    }
    return passwordKeys.contains { key in
      let count = key.utf8CodeUnitCount
      guard equals >= count else { return false }
      for place in 0..<count where bytes[equals - count + place] | 0x20 != key.utf8Start[place] {
        // `|` makes a capital small, and leaves `_` no underscore.
        guard bytes[equals - count + place] == key.utf8Start[place] else { return false }
      }
      return true
    }
  }

  /// `//user:password@host`
  private static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Bool {
    var colon: Int?
    var place = at - 1
    while place > 1 {
      switch bytes[place] {
      case UInt8(ascii: ":") where bytes[place + 1] != UInt8(ascii: "/"): colon = place
      case UInt8(ascii: "/"):
        guard bytes[place - 1] == UInt8(ascii: "/"), let colon else { return false }
        return colon > place + 1 && colon < at - 1
      case 0x20: return false
      default: break
      }
      place -= 1
    }
    return false
  }

  private static func starts(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, with text: StaticString
  ) -> Bool {
    place + text.utf8CodeUnitCount <= bytes.count
      && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
  }
}

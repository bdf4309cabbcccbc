import MapKeys
import MapSource
import MapSyntax

extension Lowering {
  /// A value whose meaning its field's type decides. A plain `$name` is a variable.
  func literal(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<Literal>? {
    guard let text = text(node, name()) else { return nil }
    return text.map { Self.literal($0, isPlain: node.style == .plain) }
  }

  /// A value in a condition or test, where an empty node and `null` are nothing.
  func value(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> Located<Literal>? {
    node.isNull ? Located(.null, at: node.span) : literal(node, name())
  }

  private static func literal(_ text: String, isPlain: Bool) -> Literal {
    let bytes = text.utf8
    guard isPlain, bytes.first == UInt8(ascii: "$"), bytes.count > 1,
      bytes.dropFirst().allSatisfy(isNameByte)
    else { return .text(text) }
    return .variable(String(text.dropFirst()))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Fields and their values.
  func assignments(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> [Assignment] {
    entries(node, name()) { key, value in
      guard hasValue(value, key: key, in: node) else { return nil }
      return literal(value, key.value).map { Assignment(field: key, value: $0) }
    }
  }

  /// Fields and their values in a test, where nothing is a value too.
  func expectations(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> [Assignment] {
    entries(node, name()) { key, node in
      value(node, key.value).map { Assignment(field: key, value: $0) }
    }
  }

  /// The other table's fields, each with the own one.
  func keyPairs(_ node: SyntaxNode, _ name: @autoclosure () -> String) -> [Reference.KeyPair] {
    entries(node, name()) { key, value in
      guard hasValue(value, key: key, in: node) else { return nil }
      return self.name(value, key.value).map { Reference.KeyPair(theirs: key, own: $0) }
    }
  }
}

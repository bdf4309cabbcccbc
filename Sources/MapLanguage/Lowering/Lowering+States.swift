import MapKeys
import MapSource
import MapSyntax

extension Lowering {
  /// A document's states.
  func states(_ node: SyntaxNode) -> States? {
    var field: Located<String>?
    var status: Located<String>?
    var values: [States.State] = []
    let isWhole = read(node, StatesKey.self, "states") { key, node in
      switch key {
      case .field: field = name(node, key.rawValue)
      case .status: status = name(node, key.rawValue)
      case .values:
        values = entries(node, key.rawValue, namesOnly: true) { state($1, named: $0) }
        distinct(values.map { ($0.name, $0.value) })
      }
    }
    guard isWhole, let field, let status else { return nil }
    return States(field: field, status: status, values: values)
  }

  private func state(_ node: SyntaxNode, named name: Located<String>) -> States.State? {
    var number: Int32?
    var statuses: [Field.Option] = []
    var next: [Located<String>] = []
    var isLocked = false
    read(node, StateKey.self, name.value) { key, node in
      switch key {
      case .value: number = optionNumber(node, key.rawValue, named: key.rawValue)
      case .statuses: statuses = options(node, key.rawValue)
      case .next: next = names(orOne: node, key.rawValue)
      case .locked: isLocked = boolean(node, key.rawValue)?.value ?? false
      }
    }
    return number.map {
      States.State(name: name, value: $0, statuses: statuses, next: next, isLocked: isLocked)
    }
  }

  /// Option values by name.
  func options(_ node: SyntaxNode, _ name: String) -> [Field.Option] {
    guard node.isMapping else {
      wrongKind(
        node, name, takes: "a map",
        help: "write each option with its number: '{ Open: 0, Closed: 1 }'")
      return []
    }
    let options = entries(node, name, namesOnly: true) { key, node in
      optionNumber(node, "'\(key.value)' of '\(name)'", named: key.value).map {
        Field.Option(name: key.value, value: $0, span: key.span)
      }
    }
    distinct(options.map { (Located($0.name, at: $0.span), $0.value) })
    return options
  }

  /// A number that cannot be read is one that no other option has: whoever names the option is right.
  ///
  /// - Parameter key: What stands before it.
  private func optionNumber(
    _ node: SyntaxNode, _ name: @autoclosure () -> String, named key: String
  ) -> Int32? {
    let unread = Int32.max - node.span.start
    func help() -> String {
      // The number and the name stand the wrong way round.
      if node.isScalar, !node.isNothing, let number = Self.number(key) {
        return "write '\(node.text): \(number)'"
      }
      return "write the number that the system has for it: '\(key): 1'"
    }
    let number = integer(node, name(), largest: Int(Int32.max), help: help())
    guard let number else { return unread }
    guard let value = Int32(exactly: number.value) else {
      invalid(
        "\(number.value) is too large for an option's number", at: number.span,
        help: "the largest one is \(Int32.max)")
      return unread
    }
    return value
  }

  /// Two names with one number could not be told apart when they are read.
  private func distinct(_ values: [(name: Located<String>, number: Int32)]) {
    var first: [Int32: Located<String>] = [:]
    for (name, number) in values {
      if let earlier = first[number] {
        report(
          "invalid-value", "'\(name.value)' has the number of '\(earlier.value)', \(number)",
          at: name.span, notes: [Finding.Note("first here", at: earlier.span)])
      } else {
        first[number] = name
      }
    }
  }

  /// Names, none at all permitted.
  private func names(orOne node: SyntaxNode, _ name: String) -> [Located<String>] {
    node.isSequence ? names(node, name) : oneOrMoreNames(node, name)
  }
}

import MapKeys
import MapRuntime
import MapSource
import MapSyntax

/// How the systems are reached (F29).
extension SetupLowering {
  func systems(_ node: SyntaxNode?) -> [Side: Located<SystemConnection>] {
    var systems: [Side: Located<SystemConnection>] = [:]
    guard let node else { return systems }
    read(node, SystemsKey.self, "systems") { key, node in
      let side: Side = key == .bc ? .bc : .sales
      systems[side] = system(node, side)
    }
    return systems
  }

  private func system(_ node: SyntaxNode, _ side: Side) -> Located<SystemConnection>? {
    let before = findings.count
    var nodes: [SystemKey: SyntaxNode] = [:]
    guard read(node, SystemKey.self, side.name, { nodes[$0] = $1 }) else { return nil }
    if let embedded = nodes[.embedded] {
      for other in SystemKey.allCases where other != .embedded {
        guard let extra = nodes[other] else { continue }
        invalid(
          "an embedded system has no '\(other.rawValue)'", at: extra.span,
          help: "leave it out, or leave 'embedded' out")
      }
      return name(embedded, "embedded").map { Located(.embedded(path: $0.value), at: $0.span) }
    }
    guard let addressNode = nodes[.address] else {
      if findings.count == before {
        report(
          "missing-key", "\(SystemKey.title) needs 'embedded' or 'address'",
          at: Self.place(of: node))
      }
      return nil
    }
    let text = { (key: SystemKey) in nodes[key].flatMap { self.name($0, key.rawValue)?.value } }
    if side == .sales, let environment = nodes[.environment] {
      invalid("Sales has no 'environment': its address says which", at: environment.span)
    }
    let address = address(addressNode)
    let credentials = nodes[.credentials].flatMap { self.credentials($0) }
    if address?.value.isLocal == false {
      needs(
        [.tenant, .client, .credentials] + (side == .bc ? [.environment] : []), nodes, node)
    }
    guard let address else { return nil }
    return Located(
      .address(
        SystemAddress(
          address: address.value.text, tenant: text(.tenant), environment: text(.environment),
          client: text(.client), credentials: credentials)), at: address.span)
  }

  private func needs(
    _ keys: [SystemKey], _ nodes: [SystemKey: SyntaxNode], _ node: SyntaxNode
  ) {
    let missing = keys.filter { nodes[$0] == nil }.map(\.rawValue)
    if !missing.isEmpty { missingKeys(missing, of: "a system with an address", in: node) }
  }

  /// An address; plain http only where nobody else can listen.
  private func address(_ node: SyntaxNode) -> Located<(text: String, isLocal: Bool)>? {
    guard let address = name(node, "address") else { return nil }
    let text = address.value
    let isSecure = text.hasPrefix("https://")
    guard isSecure || text.hasPrefix("http://") else {
      invalid(
        "'\(text)' is no address", at: address.span,
        help: "write it as in 'https://contoso.crm4.dynamics.com'")
      return nil
    }
    let host = text.dropFirst(isSecure ? 8 : 7).prefix { $0 != "/" && $0 != ":" }
    let isLocal = host == "localhost" || host == "127.0.0.1"
    guard !host.isEmpty, isSecure || isLocal else {
      invalid(
        host.isEmpty ? "'\(text)' names no host" : "'\(text)' is not encrypted",
        at: address.span, help: "write 'https://'")
      return nil
    }
    return Located((text, isLocal), at: address.span)
  }

  private func credentials(_ node: SyntaxNode) -> Credentials? {
    if node.isScalar, !node.isNothing {
      report(
        "secret-in-file", "a secret does not stand in the setup", at: node.span,
        help: "name where it is: '{ environment: VARIABLE }' or '{ file: PATH }'")
      return nil
    }
    var credentials: [Located<Credentials>] = []
    read(node, CredentialsKey.self, "credentials") { key, node in
      guard let name = name(node, key.rawValue) else { return }
      credentials.append(
        Located(
          key == .environment
            ? .environment(variable: name.value) : .file(path: name.value), at: node.span))
    }
    guard let first = credentials.first else {
      if node.isMapping, node.count == 0 {
        report("missing-key", "credentials need 'environment' or 'file'", at: node.span)
      }
      return nil
    }
    if credentials.count > 1 {
      invalid(
        "the secret is in one place, not two", at: credentials[1].span,
        help: "leave 'environment' or 'file' out")
    }
    if let problem = first.value.problem(in: surroundings) {
      report("invalid-value", problem.message, at: first.span, help: problem.help)
    }
    return first.value
  }
}

import MapRuntime

/// A record as a person names it: `Customer:10000`, `account:<guid>`, `CUSTOMER:10000`, or a key, a
/// name or an id alone.
struct RecordText: Equatable {
  /// The table or mapping before the colon.
  let scope: String?
  let name: String

  /// - Parameter scopes: Names of tables and mappings; any other text before a colon belongs to the
  ///   record's name.
  init(_ text: String, scopes: [String]) {
    if let colon = text.firstIndex(of: ":") {
      let before = text[..<colon].lowercased()
      if let scope = scopes.first(where: { $0.lowercased() == before }) {
        self.scope = scope
        name = String(text[text.index(after: colon)...])
        return
      }
    }
    scope = nil
    name = text
  }

  var id: Guid? { Guid(parsing: name) }
}

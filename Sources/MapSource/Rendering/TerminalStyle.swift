/// The colours of a terminal, or none.
package struct TerminalStyle: Sendable {
  /// What a piece of text is, which decides how it looks.
  package enum Role: Sendable {
    case error
    case warning
    case message
    case frame
    case place
  }

  package let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  /// Text in the looks of its role.
  package func paint(_ text: String, _ role: Role) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(Self.code(of: role))m\(text)\u{1B}[0m" : text
  }

  /// Rendition codes as rustc uses them: bold, with red, yellow or blue.
  private static func code(of role: Role) -> String {
    switch role {
    case .error: "1;31"
    case .warning: "1;33"
    case .message: "1"
    case .frame, .place: "1;34"
    }
  }
}

import MapSource

/// A text with the values of fields in it: `{Source Type} {Source No.}`.
public struct TextTemplate: Sendable {
  public enum Part: Sendable {
    case text(String)
    case field(Located<String>)
  }

  public let parts: [Part]
  public let span: Span

  public var fields: [Located<String>] {
    parts.compactMap { if case .field(let name) = $0 { name } else { nil } }
  }
}

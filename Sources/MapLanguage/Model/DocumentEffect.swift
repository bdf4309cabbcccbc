import MapRuntime
import MapSource

/// What an event does (`after`).
public struct DocumentEffect: Sendable {
  public let event: Located<DocumentEvent>
  public var state: Located<String>?
  public var status: Located<String>?
  public var setSales: [Assignment] = []
  public var setBC: [Assignment] = []
  public var uncouples = false
  public var archive: Located<String>?
  public var releases = false
  public var call: Located<String>?
  public var condition = FeatureCondition.always
  public let span: Span
}

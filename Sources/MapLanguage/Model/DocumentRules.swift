import MapRuntime
import MapSource

/// What makes a mapping a document (F15 to F27): states, events, lines, versions.
public struct DocumentRules: Sendable {
  /// The rule of each state; nil for a mapping that is no document.
  public var states: [(state: Located<String>, rule: Located<StateRule>)]?
  public var statesSpan: Span?
  public var after: [DocumentEffect] = []
  public var timeline: [Located<TimelineEvent>] = []
  public var notes: Located<NotesDirection>?
  public var freight: Freight?
  public var invoiceDiscount: InvoiceDiscount?
  public var versions: Versions?
  public var won: Won?
  public var orderBy: Located<String>?
  public var writeIn: WriteIn?
  public var overflow: Overflow?

  public init() {}
}

extension DocumentRules {
  /// A freight amount that becomes a line on an account (R E-33).
  public struct Freight: Sendable {
    public let from: Located<String>
    public let account: Located<Literal>
  }

  /// What a Sales document takes off as a whole (R E-34).
  public struct InvoiceDiscount: Sendable {
    public let from: [Located<String>]
    public let lines: Located<String>?
    public let rest: Located<String>?
    public let percentage: Located<String>?
    public let places: Located<String>?
    public let span: Span
  }

  /// How a new version of a quote is taken in (F24, R G-4).
  public struct Versions: Sendable {
    public let same: Located<String>
    public let number: Located<String>
    public let earlierState: Located<String>
    public let earlierStatus: Located<String>?
    public let then: [Located<VersionStep>]
    public let span: Span
  }

  /// What a won quote does (F25, R G-5 to G-9).
  public struct Won: Sendable {
    public let state: Located<String>
    public let orderTable: Located<String>
    public let orderBy: Located<String>
    public let submitted: [Located<WonStep>]
    public let notSubmitted: [Located<WonStep>]
    public let missing: MissingOrder
    public let span: Span
  }

  /// A line without a product, and what stands for it (F18, R E-22, H-10).
  public struct WriteIn: Sendable {
    public let when: When
    public let product: [Assignment]
    public let textField: Located<String>?
    public let text: TextTemplate?
    public let span: Span
  }

  /// Where a long description goes (F19, R E-30 to E-32).
  public struct Overflow: Sendable {
    public let from: [Located<String>]
    public let into: Located<String>
    public let product: OverflowDescription
    public let writeIn: OverflowDescription
  }
}

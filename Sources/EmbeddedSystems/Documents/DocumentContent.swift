import MapRuntime

/// A document as somebody writes it whole, in one go or not at all: a header, its lines in their
/// order, and notes. Values come by position, as everywhere in this module.
public struct DocumentContent<Header: RowContent, Line: RowContent> {
  public var header: DocumentRecord<Header>
  public var lines: [DocumentLine<Line>]
  /// Whether there must be none of the header's id yet. Otherwise there must be one: its fields are
  /// assigned anew, and its lines and notes make room for these.
  public var isNew: Bool
  /// The version that a document which is replaced must have; nil for any.
  public var expected: Int64?
  /// Whether a released document that is replaced is reopened first; otherwise that is refused.
  public var reopens = false
  /// Of a document whose lines are changed one by one, those that go (BC only): the others stay, and
  /// those of the content that are there already keep what is not given. Nil where all lines make room.
  public var removed: [Guid]?
  /// Whether it is released in the end, where it has a line to release and nobody has it open (BC only).
  public var releases = false
  /// The document of which a copy goes to the archive in the same go (BC only): the one that is
  /// replaced, as it is before, or another one.
  public var archived: Guid?
  /// A charge for freight as a line of its own (BC only; Sales has it in the header): 0 takes away what
  /// is not shipped, and nil leaves what is there.
  public var freight: DocumentFreight?
  /// An amount that is spread over the lines as invoice discount (BC only; Sales has it in the
  /// header); nil leaves what is there.
  public var invoiceDiscount: DecimalValue?
  /// A write-in line for what rounding its prices left (Sales only).
  public var rounding: DocumentRounding?
  public var notes: [DocumentNote]

  public init(
    _ header: DocumentRecord<Header>, lines: [DocumentLine<Line>], isNew: Bool,
    expected: Int64? = nil, freight: DocumentFreight? = nil,
    invoiceDiscount: DecimalValue? = nil, notes: [DocumentNote] = []
  ) {
    self.header = header
    self.lines = lines
    self.isNew = isNew
    self.expected = expected
    self.freight = freight
    self.invoiceDiscount = invoiceDiscount
    self.notes = notes
  }
}

/// A header or a line: the id that it gets, and the fields that are assigned, in their order.
public struct DocumentRecord<Content: RowContent> {
  public var id: Guid
  public var plan: WritePlan
  public var content: Content

  public init(_ id: Guid, _ plan: WritePlan, _ content: Content) {
    self.id = id
    self.plan = plan
    self.content = content
  }
}

/// A line and the texts that are attached to it.
public struct DocumentLine<Content: RowContent> {
  public var record: DocumentRecord<Content>
  /// One comment line each, right behind the line (BC only).
  public var texts: [String]
  /// What describes the line, however long it is (BC only).
  public var description: LongDescription?

  public init(
    _ record: DocumentRecord<Content>, texts: [String] = [], description: LongDescription? = nil
  ) {
    self.record = record
    self.texts = texts
    self.description = description
  }
}

/// A description of any length, all of which is kept: in its line, and in comment lines behind that
/// (R E-30 to E-32, G-11).
public struct LongDescription: Hashable, Sendable {
  public var text: String
  /// Whether it begins in the line; otherwise that keeps the description which its product brought
  /// along, and all of the text follows where it is another one.
  public var beginsInLine: Bool

  public init(_ text: String, beginsInLine: Bool) {
    self.text = text
    self.beginsInLine = beginsInLine
  }
}

/// What freight costs, and the G/L account that it is booked on.
public struct DocumentFreight: Hashable, Sendable {
  public var amount: DecimalValue
  public var account: String

  public init(_ amount: DecimalValue, account: String) {
    self.amount = amount
    self.account = account
  }
}

/// A line that closes the gap between the amounts that lines are given and what their quantities come
/// to at their prices, once those are rounded as Sales keeps them (R H-11).
public struct DocumentRounding: Hashable, Sendable {
  public var id: Guid
  public var text: String

  public init(_ id: Guid, _ text: String) {
    self.id = id
    self.text = text
  }
}

/// What somebody wrote down beside a document.
public struct DocumentNote: Hashable, Sendable {
  public var id: Guid
  public var text: String

  public init(_ id: Guid, _ text: String) {
    self.id = id
    self.text = text
  }
}

/// What became of one document.
public enum DocumentOutcome: Hashable, Sendable {
  case written(WrittenDocument)
  /// It has another version than the expected one.
  case stale
  /// There is none to replace.
  case missing
  /// Nothing of it was written, for this reason.
  case refused(String)
}

/// A document that was written.
public struct WrittenDocument: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public let id: Guid
    /// In BC its line number; 0 in Sales.
    public let number: Int64
    public let version: Int64

    public init(id: Guid, number: Int64, version: Int64) {
      self.id = id
      self.number = number
      self.version = version
    }
  }

  public let id: Guid
  public let number: String
  public let version: Int64
  /// In the order of the content, without attached texts and freight.
  public let lines: [Line]

  public init(id: Guid, number: String, version: Int64, lines: [Line]) {
    self.id = id
    self.number = number
    self.version = version
    self.lines = lines
  }
}

import MapRuntime

/// A document to be written whole: a header, its lines in their order, and notes, in one go or not at
/// all. It is a new one, or takes the place of another: that keeps its id and its number, is reopened
/// where it is released, and is emptied and filled anew (R G-4).
public struct NewDocument<Header: TableRecord, Line: TableRecord>: Sendable {
  public var header: NewRecord<Header>
  public var lines: [NewLine<Line>]
  /// What freight comes to; nil leaves what a document has.
  public var freight: NewFreight?
  /// An amount that is spread over the lines as invoice discount; nil leaves what a document has.
  public var invoiceDiscount: DecimalValue?
  public var notes: [NewNote]
  /// The document of which a copy goes to the archive in the same go: the one whose place is taken,
  /// as it is before, or another one (R G-4).
  public var archived: Guid?
  /// What becomes of the lines of a document whose lines stay and are changed one by one, instead of
  /// being replaced (R F-5, F-6).
  public var kept: KeptLines?
  /// Where prices of a Sales document were made net, the line that takes what rounding them left.
  public var rounding: RoundingLine?
  /// The state in which a Sales document ends; nil for where it is.
  public var state: DocumentState?
  /// Whether a BC document with lines is released in the end, in the same go; one that somebody has open
  /// stays so.
  public var releases = false

  public init(
    _ header: NewRecord<Header>, lines: [NewLine<Line>], freight: NewFreight? = nil,
    invoiceDiscount: DecimalValue? = nil, notes: [NewNote] = [], archived: Guid? = nil
  ) {
    self.header = header
    self.lines = lines
    self.freight = freight
    self.invoiceDiscount = invoiceDiscount
    self.notes = notes
    self.archived = archived
  }
}

/// The lines of a document that is changed.
public struct KeptLines: Hashable, Sendable {
  /// Those that go.
  public var removed: [Guid]

  public init(removed: [Guid]) { self.removed = removed }
}

/// A line of a document to be created, or one that stays in it.
public struct NewLine<Line: TableRecord>: Sendable {
  public let id: Guid
  public var record: Line
  /// The columns that are written; the system fills the others.
  public let columns: FieldSet
  public let text: LongText?
  /// False for one that is there.
  public let isNew: Bool

  public init(
    id: Guid, record: Line, columns: FieldSet, text: LongText? = nil, isNew: Bool = true
  ) {
    self.isNew = isNew
    self.id = id
    self.record = record
    self.columns = columns
    self.text = text
  }
}

/// A description of any length: the system keeps all of it, in its line and in texts behind that
/// (F19; R E-30 to E-32, G-11).
public struct LongText: Hashable, Sendable {
  public let text: String
  /// Whether the line keeps the description that its product brings along, or begins the text.
  public let description: OverflowDescription

  public init(_ text: String, _ description: OverflowDescription) {
    self.text = text
    self.description = description
  }
}

/// A line without a product that closes the gap between the amounts of a Sales document's lines and
/// what their quantities come to at the prices that Sales keeps. There is none where nothing is left
/// (R H-11).
public struct RoundingLine: Hashable, Sendable {
  public let id: Guid
  public let text: String

  public init(id: Guid, text: String) {
    self.id = id
    self.text = text
  }
}

/// What describes a line, all of it, and whether another text comes to the same there.
public struct LineDescription: Hashable, Sendable {
  public let text: String
  public let isSame: Bool

  public init(_ text: String, isSame: Bool) {
    self.text = text
    self.isSame = isSame
  }
}

/// What a document charges for freight, and takes off as a whole (R E-33, E-34).
public struct DocumentCharges: Hashable, Sendable {
  public let freight: DecimalValue
  public let invoiceDiscount: DecimalValue

  public init(freight: DecimalValue, invoiceDiscount: DecimalValue) {
    self.freight = freight
    self.invoiceDiscount = invoiceDiscount
  }
}

/// What freight costs, and the account that it is booked on.
public struct NewFreight: Hashable, Sendable {
  public let amount: DecimalValue
  public let account: String

  public init(_ amount: DecimalValue, account: String) {
    self.amount = amount
    self.account = account
  }
}

/// What somebody wrote down beside a document.
public struct NewNote: Hashable, Sendable {
  public let id: Guid
  public let text: String

  public init(id: Guid, text: String) {
    self.id = id
    self.text = text
  }
}

/// A document as the system has filled it, on which what is written may depend: prices with VAT or
/// without.
public struct FilledDocument<Header: TableRecord, Line: TableRecord>: Sendable {
  public var header: Header
  /// In the order in which they were given.
  public var lines: [Line]

  public init(header: Header, lines: [Line]) {
    self.header = header
    self.lines = lines
  }
}

/// Says what a document shall be once the system has filled what nobody wrote, or why it cannot be
/// taken. It is given the document's number in its batch. Of a document whose header comes first, it is
/// asked before there are lines, and then once more for all of it.
public typealias DocumentRevision<Header: TableRecord, Line: TableRecord> = (
  _ document: Int, _ filled: FilledDocument<Header, Line>
) -> Result<FilledDocument<Header, Line>, RefusedDocument>

/// Why a document cannot be taken.
public struct RefusedDocument: Error, Hashable {
  public let sentence: String

  public init(_ sentence: String) { self.sentence = sentence }
}

/// What a system does with a document by itself, when it is told to.
public enum DocumentAction: Hashable, Sendable {
  case release
  case reopen
  /// Keeps a copy as a version; the document that came of it, if one did, gets its number (R E-19).
  case archive(by: Guid?)
}

/// How a document ended that is gone.
public enum DocumentEnd: Hashable, Sendable {
  /// All of it was invoiced (R F-3).
  case invoiced
  /// Somebody deleted it (R E-37).
  case deleted
}

/// What became of a posted invoice since it was posted (R H-15 to H-18).
public enum InvoicePayment: Hashable, Sendable {
  case unpaid
  /// What is left to pay, and of how much, in the currency of the invoice.
  case paidPartly(remaining: DecimalValue, of: DecimalValue)
  case paid
  /// By a credit memo, whether or not another invoice took its place.
  case cancelled
}

/// Posted invoices of which the customer ledger has something new, up to a mark.
public struct SettlementPage: Hashable, Sendable {
  public let invoices: [Guid]
  /// Where the next page begins.
  public let next: ChangeMark
  /// False after the last page for now.
  public let hasMore: Bool

  public init(invoices: [Guid], next: ChangeMark, hasMore: Bool) {
    self.invoices = invoices
    self.next = next
    self.hasMore = hasMore
  }
}

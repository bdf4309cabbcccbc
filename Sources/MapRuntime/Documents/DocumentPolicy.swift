/// What a document does, or a line of one, or a mapping that writes back: a value from the checks
/// of the compiler to the engine (F15 to F28, docs/language.md#documents).
///
/// Fields are names that their tables have, states and options their numbers, and what the setup or
/// the run gives stays an `Operand`. A part that nothing is said of is nil or empty: so the
/// generator prints only what an author said, and a new part needs no line there.
public struct DocumentPolicy: Hashable, Sendable {
  /// What it couples in Business Central; nil for lines, and where its tables leave it open.
  public var kind: DocumentKind?
  /// What is done in each state; nil for lines, and for a mapping that only writes back.
  public var states: States?
  /// What limits creation that nobody asked for.
  public var creation: [Creation]
  /// What follows events, each event at most once.
  public var effects: [Effect]
  /// What shows on the Sales record's timeline (R F-14).
  public var timeline: [TimelineEvent]
  public var notes: NotesDirection?
  public var freight: Freight?
  /// The Sales fields of a discount on the whole document: where all are empty or 0, there is none
  /// (R E-34).
  public var invoiceDiscount: InvoiceDiscount?
  public var versions: Versions?
  public var won: Won?
  /// The source's field by which lines are taken in (R E-21).
  public var orderBy: String?
  public var writeIn: WriteIn?
  public var overflow: Overflow?
  /// What is written to the record that the same record is coupled with in another mapping (R I-1).
  public var writeBack: [WriteBack]

  public init(
    kind: DocumentKind? = nil, states: States? = nil, creation: [Creation] = [],
    effects: [Effect] = [], timeline: [TimelineEvent] = [], notes: NotesDirection? = nil,
    freight: Freight? = nil, invoiceDiscount: InvoiceDiscount? = nil, versions: Versions? = nil,
    won: Won? = nil, orderBy: String? = nil, writeIn: WriteIn? = nil, overflow: Overflow? = nil,
    writeBack: [WriteBack] = []
  ) {
    self.kind = kind
    self.states = states
    self.creation = creation
    self.effects = effects
    self.timeline = timeline
    self.notes = notes
    self.freight = freight
    self.invoiceDiscount = invoiceDiscount
    self.versions = versions
    self.won = won
    self.orderBy = orderBy
    self.writeIn = writeIn
    self.overflow = overflow
    self.writeBack = writeBack
  }

  /// What limits creation in a direction by itself; nil where nothing does.
  public func creation(_ direction: Direction) -> Creation? {
    creation.first { $0.direction == direction }
  }

  /// What follows an event; nil where nothing does.
  public func effect(of event: DocumentEvent) -> Effect? { effects.first { $0.event == event } }
}

extension DocumentPolicy {
  /// Limits what a mapping creates by itself, and never what a command asks for (F15, R E-1).
  public struct Creation: Hashable, Sendable {
    public var direction: Direction
    /// The boolean setting that must be true.
    public var enabledBy: String?
    /// What must hold of the source.
    public var when: DocumentCondition?

    public init(direction: Direction, enabledBy: String? = nil, when: DocumentCondition? = nil) {
      self.direction = direction
      self.enabledBy = enabledBy
      self.when = when
    }
  }

  /// An amount of the Sales document that becomes a line on an account (R E-33).
  public struct Freight: Hashable, Sendable {
    /// Business Central's table of accounts.
    public static let accounts = "G/L Account"

    /// The Sales field of the amount.
    public var from: String
    /// The G/L account.
    public var account: Operand

    public init(from: String, account: Operand) {
      self.from = from
      self.account = account
    }
  }

  /// What a Sales document takes off as a whole, which is spread over the lines of the BC document
  /// (R E-34).
  public struct InvoiceDiscount: Hashable, Sendable {
    /// Business Central's field of what a header takes off as a whole.
    public static let amount = "Invoice Discount Amount"

    /// A percentage of the sum of the lines (R SB-3).
    public struct Percentage: Hashable, Sendable {
      public var field: String
      /// The Sales field of the places to which what it comes to is rounded.
      public var places: String

      public init(field: String, places: String) {
        self.field = field
        self.places = places
      }
    }

    /// The Sales fields of the discount: where all are empty or 0, there is none but the percentage.
    public var from: [String]
    /// The Sales field of the sum of the lines.
    public var lines: String
    /// The Sales field of what is left of it, before freight and taxes; nil where the discount is counted
    /// of its amounts and its percentage, as something else may have written what is left.
    public var rest: String?
    public var percentage: Percentage?

    public init(
      from: [String], lines: String, rest: String? = nil, percentage: Percentage? = nil
    ) {
      self.from = from
      self.lines = lines
      self.rest = rest
      self.percentage = percentage
    }
  }

  /// A field and the value that it gets.
  public struct Assignment: Hashable, Sendable {
    public var field: String
    public var value: Operand

    public init(field: String, value: Operand) {
      self.field = field
      self.value = value
    }
  }

  /// Fields of the record with which the same record is coupled in another mapping. There
  /// `Variable.partner` is the record that this mapping wrote.
  public struct WriteBack: Hashable, Sendable {
    public var mapping: String
    public var set: [Assignment]

    public init(mapping: String, set: [Assignment]) {
      self.mapping = mapping
      self.set = set
    }
  }
}

/// What a policy asks of records, of both sides' and of related ones; all of it must hold.
public struct DocumentCondition: Hashable, Sendable {
  /// What is asked of a related record.
  public enum RelatedTest: Hashable, Sendable {
    case exists
    case missing
    case fields(Condition<Operand>)
  }

  /// A related record by its name in the mapping.
  public struct Related: Hashable, Sendable {
    public var name: String
    public var test: RelatedTest

    public init(name: String, test: RelatedTest) {
      self.name = name
      self.test = test
    }
  }

  public var bc: Condition<Operand>?
  public var sales: Condition<Operand>?
  public var related: [Related]

  public init(
    bc: Condition<Operand>? = nil, sales: Condition<Operand>? = nil, related: [Related] = []
  ) {
    self.bc = bc
    self.sales = sales
    self.related = related
  }

  /// What is asked of one side's record.
  public subscript(side: Side) -> Condition<Operand>? { side == .bc ? bc : sales }
}

import MapKeys
import MapRuntime

/// The keys of a mapping's file.
enum MappingKey: String, KeySet {
  case mapping
  case description
  case `if`
  case tables
  case copyTo = "copy-to"
  case parent
  case direction
  case company
  case filter
  case outsideFilter = "outside-filter"
  case scope
  case create
  case match
  case conflict
  case templates
  case requires
  case schedule
  case defaults
  case unmapped
  case fields
  case related
  case refuse
  case writeBack = "write-back"
  case emptyMeans = "empty-means"
  case rules
  case states
  case after
  case timeline
  case notes
  case freight
  case invoiceDiscount = "invoice-discount"
  case versions
  case won
  case orderBy = "order-by"
  case writeIn = "write-in"
  case overflow
  case swiftName = "swift-name"
  case tests
  case variants

  /// Those of documents and their lines.
  static let ofDocuments: [MappingKey] = [
    .states, .after, .timeline, .notes, .freight, .invoiceDiscount, .versions, .won, .orderBy,
    .writeIn, .overflow, .writeBack,
  ]

  static let title = "a mapping"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .mapping:
      .required(.text, "The mapping's name; the file is named the same way.")
    case .description:
      .optional(.text, "What it does, in a sentence.")
    case .if:
      .optional(
        .textOrTexts,
        "The features under which it exists: NAME, not NAME, or a list of which all must hold.")
    case .tables:
      .required(.keys(TablesKey.self), "The two tables.")
    case .copyTo:
      .optional(.textOrTexts, "The same option field on other tables: TABLE.FIELD.")
    case .parent:
      .optional(.text, "The mapping of the header that its lines belong to.")
    case .direction:
      .optional(.words(of: MappingDirection.self), "Which way records go; both unless said.")
    case .company:
      .optional(.words(of: CompanyScope.self), "Whose Sales records it works with.")
    case .filter:
      .optional(.keys(FilterKey.self), "Which records take part; all conditions must hold.")
    case .outsideFilter:
      .optional(
        .words(of: OutsideFilter.self),
        "What becomes of a coupled record that left its filter.")
    case .scope:
      .optional(.words(of: RunScope.self), "Whether scheduled runs create too.")
    case .create:
      .optional(.keys(CreateKey.self), "On which side it may create at all.")
    case .match:
      .optional(.keys(MatchKey.self), "How uncoupled records find their partners.")
    case .conflict:
      .optional(.keys(ConflictKey.self), "What happens where both sides changed, or one is gone.")
    case .templates:
      .optional(
        .list(.keys(TemplateKey.self)),
        "Values for new records, after the field maps; the first that fits.")
    case .requires:
      .optional(
        .list(.either([.text, .keys(RequirementKey.self)])),
        "Prerequisites that no field shows.")
    case .schedule:
      .optional(.either([.keys(ScheduleKey.self), .words(["none"])]), "When it runs by itself.")
    case .defaults:
      .optional(.keys(DefaultsKey.self), "Answers for field maps that do not answer themselves.")
    case .unmapped:
      .optional(
        .words(of: UnmappedPolicy.self),
        "What is said about fields that no field map names.")
    case .fields:
      .required(
        .list(.either([.keys(FieldMapKey.self), .keys(TogetherKey.self)])),
        "The field maps, applied in this order.")
    case .related:
      .optional(.map(.keys(RelatedKey.self)), "Other records, at most one each, found by value.")
    case .refuse:
      .optional(.list(.keys(RefusalKey.self)), "Records that are refused, with a sentence.")
    case .writeBack:
      .optional(.map(.values), "What is written to the record's partner in another mapping.")
    case .emptyMeans:
      .optional(.value, "What an empty reference through this mapping means.")
    case .rules:
      .optional(.textOrTexts, "Rules of the runtime, by name.")
    case .states:
      .optional(
        .map(.words(of: StateRule.self)),
        "What is done with a document in each of its states.")
    case .after:
      .optional(.keys(AfterKey.self), "What follows an event.")
    case .timeline:
      .optional(.list(.words(of: TimelineEvent.self)), "What shows on the Sales record's timeline.")
    case .notes:
      .optional(.words(of: NotesDirection.self), "Which way notes travel.")
    case .freight:
      .optional(.keys(FreightKey.self), "A freight amount that becomes a line.")
    case .invoiceDiscount:
      .optional(.keys(DiscountKey.self), "The fields of a discount on the whole document.")
    case .versions:
      .optional(.keys(VersionsKey.self), "How a new version of a quote is taken in.")
    case .won:
      .optional(.keys(WonKey.self), "What a won quote does.")
    case .orderBy:
      .optional(.text, "The field by which lines are taken in.")
    case .writeIn:
      .optional(.keys(WriteInKey.self), "A line without a product, and what stands for it.")
    case .overflow:
      .optional(.keys(OverflowKey.self), "Where a long description goes.")
    case .swiftName:
      .optional(.text, "Its name in Swift, where two names would become one.")
    case .tests:
      .optional(.list(.keys(TestKey.self)), "Examples that must hold.")
    case .variants:
      .optional(.list(.keys(VariantKey.self)), "What the mapping becomes under a feature.")
    }
  }
}

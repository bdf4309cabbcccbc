import MapRuntime

/// Fields of a coupled pair that both sides changed differently, as people are told of them (R D-27):
/// what each side holds, and when and by whom each record was changed last.
public struct RecordConflict: Hashable, Sendable, Codable {
  /// What a side has for one field that both directions write.
  public struct Content: Hashable, Sendable, Codable {
    /// More than one where several count as one.
    public let fields: [String]
    /// As people read it; '' for nothing.
    public fileprivate(set) var value: String

    /// In a sentence. Of several fields that all hold nothing only the commas between them are left.
    fileprivate var said: String {
      let isNothing = fields.count > 1 && value.allSatisfy { $0 == "," || $0 == " " }
      return SaidValue.of(isNothing ? "" : value)
    }
  }

  /// One field on both sides.
  public struct Field: Hashable, Sendable, Codable {
    public let bc: Content
    public fileprivate(set) var sales: Content
  }

  /// The last change of a record.
  public struct Change: Hashable, Sendable, Codable {
    private let milliseconds: Int64
    /// The integration's own user made it, and not somebody at work there.
    public let isOurs: Bool
    public var at: DateTimeValue { DateTimeValue(milliseconds: milliseconds) }

    init(_ version: RecordVersion) {
      milliseconds = version.modified.milliseconds
      isOurs = version.isOurs
    }
  }

  public private(set) var fields: [Field]
  /// The two agreed before.
  public let wasInStep: Bool
  public let bc: Change
  public let sales: Change
  /// What makes Business Central's values count, what makes those of Sales.
  public let choices: [String]

  /// Whether it is the same to people: a record that was written since for other fields is.
  func isSame(_ other: RecordConflict) -> Bool {
    fields == other.fields && wasInStep == other.wasInStep && choices == other.choices
  }

  /// All of it in a sentence.
  var sentence: String {
    let said = fields.map { field in
      "\(Self.names(field.bc)) is \(field.bc.said) and "
        + "\(Self.names(field.sales)) is \(field.sales.said)"
    }
    return (wasInStep ? "changed on both sides" : "was never in step with its partner, and differs")
      + ": \(said.joined(separator: "; ")) (Business Central \(Self.words(bc)), Sales "
      + "\(Self.words(sales))); \(choices.map { "'\($0)'" }.joined(separator: " or "))"
  }

  private static func names(_ content: Content) -> String {
    content.fields.map { "'\($0)'" }.joined(separator: ", ")
  }

  private static func words(_ change: Change) -> String {
    "\(change.at) by \(change.isOurs ? "the integration" : "a person")"
  }
}

extension RecordConflict {
  /// The conflict of a row.
  ///
  /// - Parameter names: Fields of Business Central that are known to be in conflict; those that are in
  ///   dispute where nil.
  init<Way: OneWay>(
    _ row: PageRow<Way>, _ target: StoredRecord<Way.Target>, _ run: DirectionRun<Way>,
    of names: Set<String>? = nil
  ) {
    let (here, there) = (RecordValues(of: row.source.record), RecordValues(of: target.record))
    func content(_ field: TwoWayField, _ side: Side) -> Content {
      let table = run.mapping.table(side)
      let described = run.integration.table(side, table.name)
      let values = side == Way.direction.source ? here : there
      let columns = field.columns(side).columns
      let names = columns.map { table.columns[$0].name }
      let shown = zip(columns, names).map { column, name in
        if case .option(let option) = values[column],
          let label = described?.field(name)?.name(of: option)
        {
          return label
        }
        return values[column].description
      }
      return Content(fields: names, value: shown.joined(separator: ", "))
    }
    fields = Way.Mapping.comparedFields
      .filter { field in
        guard let names else {
          return !field.columns(Way.direction.target).intersection(row.disputed).isEmpty
        }
        return field.columns(.bc).columns.contains {
          names.contains(run.mapping.table(.bc).columns[$0].name)
        }
      }
      .map { Field(bc: content($0, .bc), sales: content($0, .sales)) }
    // Not so of fields that were mapped since.
    wasInStep =
      row.coupling?.wasInStep == true
      && (row.left.isEmpty || !row.disputed.subtracting(row.left).isEmpty)
    let (source, other) = (Change(row.source.version), Change(target.version))
    (bc, sales) = Way.direction == .toSales ? (source, other) : (other, source)
    let words = [run.mapping.name, Self.name(row, target, run)].map(CommandWord.of)
    choices = Direction.allCases.sorted { $0.rawValue < $1.rawValue }.map { direction in
      "mapsync sync \(words.joined(separator: " ")) --direction \(direction.name)"
    }
  }

  /// The name of the record in Business Central.
  private static func name<Way: OneWay>(
    _ row: PageRow<Way>, _ target: StoredRecord<Way.Target>, _ run: DirectionRun<Way>
  ) -> String {
    switch Way.direction {
    case .toSales: run.integration.name(of: row.source.record, id: row.source.id)
    case .toBC: run.integration.name(of: target.record, id: target.id)
    }
  }
}

/// The Sales records that the values of a conflict name.
extension RecordConflict {
  var lookups: [Lookup] {
    fields.flatMap { $0.sales.value.split(separator: ", ") }.compactMap { Self.lookup($0) }
  }

  /// The same with the records' names.
  func named(_ names: ReferredNames) -> RecordConflict {
    var named = self
    for place in named.fields.indices {
      named.fields[place].sales.value = named.fields[place].sales.value.split(
        separator: ", ", omittingEmptySubsequences: false
      ).map { Self.lookup($0).flatMap(names.shown) ?? String($0) }.joined(separator: ", ")
    }
    return named
  }

  /// `account 6f2a…`, as a lookup is written.
  private static func lookup(_ text: Substring) -> Lookup? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let id = Guid(parsing: String(parts[1])) else { return nil }
    return Lookup(table: String(parts[0]), id: id)
  }
}

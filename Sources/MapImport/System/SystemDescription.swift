import MapRuntime
import MapSource

/// The tables of one system, as it describes itself.
public struct SystemDescription: Sendable {
  /// What a description is made of, and so what it can be asked.
  public enum Origin: Sendable {
    /// `$metadata` of Dataverse, whose names are those of table files.
    case dataverse
    /// `$metadata` of Business Central, whose names are the API's.
    case businessCentral
    /// Packages of Business Central, which know what they define and nothing of others.
    case packages
  }

  public let origin: Origin
  public var tables: [SystemTable]

  public init(origin: Origin, tables: [SystemTable]) {
    self.origin = origin
    self.tables = tables
  }

  public var side: Side { origin == .dataverse ? .sales : .bc }

  /// How messages name the system.
  public var title: String {
    switch origin {
    case .dataverse: "Dataverse"
    case .businessCentral: "the API of Business Central"
    case .packages: "the package"
    }
  }
}

extension SystemDescription {
  /// A name that no table of the system has.
  public struct UnknownTable: Error, Sendable {
    public let name: String
    public let nearest: String?
  }

  /// The tables that are named, by their own names or their entity sets; all where none is.
  public func tables(named names: [String]) throws(UnknownTable) -> [SystemTable] {
    if names.isEmpty { return tables }
    var chosen: [SystemTable] = []
    for name in names {
      let meant = tables.filter { $0.name == name || $0.set == name }
      guard !meant.isEmpty else {
        let known = tables.flatMap { [$0.name] + ($0.set.map { [$0] } ?? []) }
        throw UnknownTable(name: name, nearest: Spelling.nearest(to: name, among: known))
      }
      chosen += meant.filter { table in !chosen.contains { $0.name == table.name } }
    }
    return chosen
  }
}

/// A table as its system describes it.
public struct SystemTable: Sendable {
  /// As table files name it.
  public let name: String
  /// Business Central's table number.
  public var number: Int?
  public var key: [String]
  /// The entity set, where the description says one.
  public var set: String?
  public var fields: [SystemField]
  /// How many columns have a type that table files do not have: pictures, files, lists.
  public var leftOut = 0
  /// Whether a package only adds fields to a table that another one defines.
  public var isExtension = false

  public init(name: String, key: [String], fields: [SystemField]) {
    self.name = name
    self.key = key
    self.fields = fields
  }

  /// The column that says when a row last changed.
  public var modified: String? {
    fields.first { ["modifiedon", "lastModifiedDateTime"].contains($0.odata ?? $0.name) }
      .map { $0.odata ?? $0.name }
  }
}

import EmbeddedSystems
import MapRuntime
import MapSync

import class GRDB.Database

/// The store over an embedded system: one company of BC, or all of Sales.
///
/// Reads see one state of the file and wait for nobody; a batch is one transaction.
public struct EmbeddedStore: SystemStore {
  public let system: EmbeddedSystem
  public let name: String
  /// The BC company; nil on the Sales side.
  public let company: Company?
  /// Keeps the files together, for a process that works with them.
  private let watch: FileWatch?

  public var side: Side { system.side }
  public var batchSize: Int { 1000 }

  /// The store of Sales.
  public init(sales system: EmbeddedSystem, watch: FileWatch? = nil) {
    self.watch = watch
    self.system = system
    name = "Sales"
    company = nil
  }

  /// The store of one company of Business Central.
  public init(_ system: EmbeddedSystem, company: Company, watch: FileWatch? = nil) {
    self.watch = watch
    self.system = system
    name = company.name
    self.company = company
  }

  public func fills(_ field: String, of table: String) -> Bool {
    system.fills(field, of: table)
  }

  /// Runs a read with the failures that the protocol knows.
  func read<Result: Sendable>(
    _ body: @Sendable (Database) throws -> Result
  ) throws(StoreFailure) -> Result {
    do { return try system.read(body) } catch { throw StoreFailure(error) }
  }

  /// Runs a batch in one transaction.
  func write<Result: Sendable>(
    _ body: (WriteSession) throws -> Result
  ) throws(StoreFailure) -> Result {
    try watch?.stamp()
    do {
      let (result, version) = try system.write(
        by: .integration, company: company?.number ?? 0
      ) { session in
        try watch?.enter(session, side)
        return (try body(session), session.version)
      }
      watch?.wrote(version, side)
      return result
    } catch {
      throw StoreFailure(error)
    }
  }

  /// Runs a read that asks the system's own rules.
  func look<Result: Sendable>(
    _ body: (WriteSession) throws -> Result
  ) throws(StoreFailure) -> Result {
    do {
      return try system.look(company: company?.number ?? 0, body)
    } catch {
      throw StoreFailure(error)
    }
  }

  /// Runs a batch of which nothing stays.
  func attempt<Result: Sendable>(
    _ body: (WriteSession) throws -> Result
  ) throws(StoreFailure) -> Result {
    do {
      return try system.attempt(by: .integration, company: company?.number ?? 0, body)
    } catch {
      throw StoreFailure(error)
    }
  }

  func table(_ name: String) throws(StoreFailure) -> TableLayout {
    do { return try system.schema.table(name) } catch { throw StoreFailure(error) }
  }
}

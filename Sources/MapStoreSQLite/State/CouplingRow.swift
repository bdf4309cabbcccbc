import MapRuntime
import MapSync

/// A coupling as a row.
enum CouplingRow {
  static let select = """
    SELECT bc_id, sales_id, bc_key, bc_version, sales_version, bc_modified, sales_modified,
    to_sales, to_bc, skipped, revision, agreed, to_sales_effect, to_bc_effect FROM couplings
    """

  static func read(_ row: StateRow) throws -> Coupling {
    Coupling(
      bcID: try row.guid(0), salesID: try row.guid(1), bcKey: row.text(2),
      bcVersion: row.optional(3, StateRow.integer),
      salesVersion: row.optional(4, StateRow.integer),
      bcModified: row.optional(5, StateRow.moment),
      salesModified: row.optional(6, StateRow.moment),
      toSales: try row.choice(7), toBC: try row.choice(8), isSkipped: row.flag(9),
      agreed: row.optional(11, StateRow.array).map { AgreedFields(bytes: $0) },
      effects: CouplingEffects(
        toSales: row.optional(12, StateRow.integer), toBC: row.optional(13, StateRow.integer)),
      revision: row.integer(10))
  }

  /// Stores a new coupling; changes no row where either record has a partner.
  static let insert = """
    INSERT INTO couplings
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
    ON CONFLICT DO NOTHING
    """

  /// Stores what changed of a coupling, which keeps its origin; changes no row where it is another
  /// by now than the one that was read.
  static let update = """
    UPDATE couplings SET bc_key = ?4, bc_version = ?5, sales_version = ?6, bc_modified = ?7,
    sales_modified = ?8, to_sales = ?9, to_bc = ?10, skipped = ?11, agreed = ?14,
    to_sales_effect = ?15, to_bc_effect = ?16, revision = revision + 1
    WHERE pair = ?1 AND bc_id = ?2 AND sales_id = ?3 AND revision = ?13
    """

  static func bind(
    _ coupling: Coupling, pair: Int64, origin: Int64?, revision: Int64,
    to statement: StateStatement
  ) {
    statement.bind(
      pair, coupling.bcID, coupling.salesID, coupling.bcKey, coupling.bcVersion,
      coupling.salesVersion, coupling.bcModified, coupling.salesModified,
      coupling.toSales.rawValue, coupling.toBC.rawValue, coupling.isSkipped, origin, revision,
      coupling.agreed?.bytes, coupling.effects.toSales, coupling.effects.toBC)
  }

  /// The revision of a coupling that a job stores first: no later coupling of the same records
  /// begins with one that this one may have had.
  static func firstRevision(_ job: JobID) -> Int64 { job << 20 }
}

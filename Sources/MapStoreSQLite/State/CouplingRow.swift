import MapRuntime
import MapSync

/// A coupling as a row.
enum CouplingRow {
  static let select = """
    SELECT bc_id, sales_id, bc_key, bc_version, sales_version, bc_modified, sales_modified,
    to_sales, to_bc, skipped FROM couplings
    """

  static func read(_ row: StateRow) throws -> Coupling {
    Coupling(
      bcID: try row.guid(0), salesID: try row.guid(1), bcKey: row.text(2),
      bcVersion: row.optional(3, StateRow.integer),
      salesVersion: row.optional(4, StateRow.integer),
      bcModified: row.optional(5, StateRow.moment),
      salesModified: row.optional(6, StateRow.moment),
      toSales: try row.choice(7), toBC: try row.choice(8), isSkipped: row.flag(9))
  }

  /// Stores a new coupling, or what changed of a stored one, which keeps its origin. Changes no row
  /// where either record has another partner.
  static let upsert = """
    INSERT INTO couplings VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
    ON CONFLICT (pair, bc_id) DO UPDATE SET
    bc_key = excluded.bc_key, bc_version = excluded.bc_version,
    sales_version = excluded.sales_version, bc_modified = excluded.bc_modified,
    sales_modified = excluded.sales_modified, to_sales = excluded.to_sales,
    to_bc = excluded.to_bc, skipped = excluded.skipped
    WHERE sales_id = excluded.sales_id
    ON CONFLICT (pair, sales_id) DO NOTHING
    """

  static func bind(
    _ coupling: Coupling, pair: Int64, origin: Int64?, to statement: StateStatement
  ) {
    statement.bind(
      pair, coupling.bcID, coupling.salesID, coupling.bcKey, coupling.bcVersion,
      coupling.salesVersion, coupling.bcModified, coupling.salesModified,
      coupling.toSales.rawValue, coupling.toBC.rawValue, coupling.isSkipped, origin)
  }
}

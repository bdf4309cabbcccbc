import MapRuntime

/// The tables of a program by side and name; for setup and messages, never on a record's way.
public struct TableIndex: Sendable {
  private let bc: [String: TableDescription]
  private let sales: [String: TableDescription]

  public init(_ tables: [TableDescription]) {
    bc = Self.byName(tables, .bc)
    sales = Self.byName(tables, .sales)
  }

  public subscript(_ side: Side, _ name: String) -> TableDescription? {
    side == .bc ? bc[name] : sales[name]
  }

  /// In alphabetical order.
  public func names(_ side: Side) -> [String] { (side == .bc ? bc : sales).keys.sorted() }

  private static func byName(
    _ tables: [TableDescription], _ side: Side
  ) -> [String: TableDescription] {
    var named: [String: TableDescription] = [:]
    for table in tables where table.side == side { named[table.name] = table }
    return named
  }
}

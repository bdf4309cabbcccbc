import MapRuntime

/// What the golden mappings ask the host for.
enum HostFunctions: MappingFunctions {
  static func tidy(_ value: String) -> String? { value }

  static func marked(_ value: String) -> String? { "*" + value }

  static func weightOf(_ code: String, _ rate: DecimalValue?) -> Int64? {
    rate.map { _ in Int64(code.utf8.count) }
  }

  static func orderCreated(_ bc: BC.SalesHeader, _ sales: Sales.Salesorder) async throws {
    guard sales.ordernumber == bc.reference else { throw Unequal() }
  }

  struct Unequal: Error {}
}

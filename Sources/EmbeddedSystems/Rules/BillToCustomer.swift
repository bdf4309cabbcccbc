import MapRuntime

/// Who pays a document of BC: the customer that its customer names for that, or else that one.
struct BillToCustomer: SystemRule {
  private static let buyer = "Sell-to Customer No."
  private static let payer = "Bill-to Customer No."

  func concerns(_ table: TableLayout) -> Bool {
    table.side == .bc && table.column(Self.buyer) != nil
      && table.description.field(Self.payer)?.default == .system
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    // A customer that gets another number buys and pays as before.
    guard change.kind != .deleted, !session.isRenaming, change.isChanged(Self.buyer),
      change.kind == .changed ? !change.isChanged(Self.payer) : change[Self.payer].isEmpty,
      !change[Self.buyer].isEmpty
    else { return }
    var payer = change[Self.buyer]
    if let customers = session.schema["Customer"], let column = customers.column(Self.payer),
      let customer = try session.find(customers.name, ["No.": payer]).first,
      let named = try session.values(of: customers, customer)?[column], !named.isEmpty
    {
      payer = named
    }
    guard payer != change[Self.payer] else { return }
    try session.change(change.table.name, change.id, [Self.payer: payer], by: .system)
  }
}

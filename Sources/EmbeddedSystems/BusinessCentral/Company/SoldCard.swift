import MapRuntime

/// What a line takes of the card of what it sells, each field looked up once: an item, a resource or a
/// G/L account (DK-2, DK-3).
struct SoldCard: Sendable {
  /// The fields of the line that get what the card says, as it is.
  let taken: [(field: LineField, value: Value)]
  /// Blocked, or Sales Blocked of an item; of an account, no account to post to.
  let isBlocked: Bool
  /// Direct Posting of an account.
  let isPostedDirectly: Bool
  let allowsInvoiceDiscount: Bool
  let hasProductGroup: Bool
  let baseUnit: String
  /// The unit in which it is sold.
  let unit: String
  let price: CardPrice

  /// The price that a card has by itself, of its base unit and in the local currency.
  struct CardPrice: Sendable {
    let amount: DecimalValue
    let includesVAT: Bool
    /// The business group whose VAT is in it; '' for that of who buys.
    let business: String
  }

  init(_ type: LineType, _ card: MasterRecord) {
    taken = Self.fields(type).map { ($0.line, card[$0.card]) }
    baseUnit = card.text("Base Unit of Measure")
    let sold = type == .item ? card.text("Sales Unit of Measure") : ""
    unit = sold.isEmpty ? baseUnit : sold
    isBlocked =
      card.isTrue("Blocked") || type == .item && card.isTrue("Sales Blocked")
      || type == .account && card.option("Account Type") != 0
    isPostedDirectly = card.isTrue("Direct Posting")
    allowsInvoiceDiscount = card.isTrue("Allow Invoice Disc.")
    hasProductGroup = !card["Gen. Prod. Posting Group"].isEmpty
    price = CardPrice(
      amount: card.number("Unit Price"), includesVAT: card.isTrue("Price Includes VAT"),
      business: card.text("VAT Bus. Posting Gr. (Price)"))
  }

  private static func fields(_ type: LineType) -> [(line: LineField, card: String)] {
    let groups: [(line: LineField, card: String)] = [
      (.genProdPostingGroup, "Gen. Prod. Posting Group"),
      (.vatProdPostingGroup, "VAT Prod. Posting Group"),
    ]
    return switch type {
    case .comment: []
    case .account: [(.description, "Name")] + groups
    case .item:
      [
        (.description, "Description"), (.description2, "Description 2"),
        (.postingGroup, "Inventory Posting Group"), (.unitCost, "Unit Cost"), (.reserve, "Reserve"),
      ] + groups
    case .resource:
      [(.description, "Name"), (.description2, "Name 2"), (.unitCost, "Unit Cost")] + groups
    }
  }
}

import MapRuntime

/// How the organization lets Sales compute; without a record of it, as Sales comes.
struct SalesOrganization: Hashable, Sendable {
  var manualDiscount = ManualDiscount.wholeLine
  var pricePlaces = 2
  /// Whether a document without a price list has no prices (SH-3).
  var isPriceListMandatory = false
  /// Whether another system processes orders: what the integration writes is not computed (SD-3).
  var isIntegrated = false
  /// Whether Sales computes at all (SD-3).
  var computes = true
  var baseCurrency: Guid?
}

struct SalesCurrency: Hashable, Sendable {
  /// Units for one of the base currency (SC-3); nil where there is none.
  var rate: DecimalValue?
  var places: Int
}

struct SalesPriceList: Hashable, Sendable {
  var isActive: Bool
  var currency: Guid?
}

struct SalesProduct: Hashable, Sendable {
  var name: String
  var isActive: Bool
  var unitGroup: Guid?
  var listPrice: DecimalValue?
  var currentCost: DecimalValue?
  var standardCost: DecimalValue?
}

/// A row of a price list: the price of a product in a unit.
struct SalesListedPrice: Hashable, Sendable {
  var method: OptionValue?
  var amount: DecimalValue?
  var percentage: DecimalValue?
  var roundingPolicy: OptionValue?
  var roundingOption: OptionValue?
  var roundingAmount: DecimalValue
  /// Whether only whole units are sold (SH-5).
  var isWhole: Bool
  var discountList: Guid?
}

/// Discounts for each unit by the quantity of a line (SA-8).
struct SalesDiscountList: Hashable, Sendable {
  struct Range: Hashable, Sendable {
    var low: DecimalValue
    var high: DecimalValue
    var percentage: DecimalValue
    var amount: DecimalValue
  }

  var isActive: Bool
  var isAmount: Bool
  var ranges: [Range]
}

/// What documents are computed with, each looked up once a transaction.
struct SalesCatalogue {
  struct PriceKey: Hashable {
    let list: Guid
    let product: Guid
    let unit: Guid
  }

  var organization: SalesOrganization?
  var currencies: [Guid: SalesCurrency] = [:]
  var lists: [Guid: SalesPriceList?] = [:]
  var products: [Guid: SalesProduct?] = [:]
  /// The groups of units.
  var unitGroups: [Guid: Guid?] = [:]
  var prices: [PriceKey: SalesListedPrice?] = [:]
  var discounts: [Guid: SalesDiscountList?] = [:]
  /// Whether anything was looked up.
  var isUsed = false

  private static let tables: Set = [
    "organization", "transactioncurrency", "pricelevel", "product", "uom", "productpricelevel",
    "discounttype", "discount",
  ]

  /// Looks up anew what comes from a table that was written.
  mutating func forget(_ table: String) {
    if Self.tables.contains(table) { self = SalesCatalogue() }
  }
}

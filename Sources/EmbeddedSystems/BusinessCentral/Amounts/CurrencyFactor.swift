import MapRuntime

/// How many units of a document's currency are one of the local currency, as BC's Currency Factor
/// (DA-41); a document in the local currency has none.
struct CurrencyFactor: Hashable, Sendable {
  let ratio: DotNetDecimal

  /// As a header stores it; nil for 0, which is the local currency (DA-41).
  init?(stored: DecimalValue) throws(AmountRefusal) {
    guard stored != 0 else { return nil }
    ratio = try DotNetDecimal(stored)
  }

  /// Of an exchange rate, and of the currency that the rate relates to where that is not the local
  /// one (DA-41).
  init(
    exchangeRateAmount: DecimalValue, relationalAmount: DecimalValue,
    ofRelationalCurrency relational: CurrencyFactor? = nil
  ) throws(AmountRefusal) {
    let own = try DotNetDecimal(exchangeRateAmount) / DotNetDecimal(relationalAmount)
    ratio = if let relational { try own * relational.ratio } else { own }
  }

  /// An amount of the currency in the local one, not rounded (DA-42).
  func local(_ amount: DecimalValue) throws(AmountRefusal) -> DotNetDecimal {
    try DotNetDecimal(amount) / ratio
  }

  /// An amount of the local currency in the currency, not rounded (DA-42).
  func foreign(_ amount: DecimalValue) throws(AmountRefusal) -> DotNetDecimal {
    try DotNetDecimal(amount) * ratio
  }
}

extension CurrencyFactor? {
  /// An amount of the document in the local currency, rounded; without a factor it is that already.
  func local(
    _ amount: DecimalValue, to precision: RoundingPrecision = .amount
  ) throws(AmountRefusal) -> DecimalValue {
    guard let self else { return amount }
    return try self.local(amount).rounded(to: precision)
  }
}

/// The amounts of one field in the local currency, line by line: each is what the sum so far comes to
/// without what the lines before came to, so that the document's total is exact to the cent (DA-45).
struct LocalAmounts: Hashable, Sendable {
  let factor: CurrencyFactor?
  let precision: RoundingPrecision
  private var sum: DecimalValue = 0
  private(set) var localSum: DecimalValue = 0

  init(_ factor: CurrencyFactor?, precision: RoundingPrecision = .amount) {
    self.factor = factor
    self.precision = precision
  }

  /// The next line's amount in the local currency.
  mutating func next(_ amount: DecimalValue) throws(AmountRefusal) -> DecimalValue {
    sum = try sum.adding(amount)
    let local = try factor.local(sum, to: precision).subtracting(localSum)
    localSum = try localSum.adding(local)
    return local
  }

  /// The amount of a line without VAT, which is that of its amount with VAT (DA-45).
  fileprivate mutating func next(
    _ amount: DecimalValue, asLocal local: DecimalValue
  ) throws(AmountRefusal) -> DecimalValue {
    sum = try sum.adding(amount)
    localSum = try localSum.adding(local)
    return local
  }
}

/// Amount and Amount Including VAT of posted lines in the local currency (DA-45).
struct LocalLineAmounts: Hashable, Sendable {
  private(set) var amount: LocalAmounts
  private(set) var amountIncludingVAT: LocalAmounts

  init(_ factor: CurrencyFactor?, precision: RoundingPrecision = .amount) {
    amount = LocalAmounts(factor, precision: precision)
    amountIncludingVAT = LocalAmounts(factor, precision: precision)
  }

  mutating func next(
    _ line: SalesLineAmounts
  ) throws(AmountRefusal) -> (amount: DecimalValue, amountIncludingVAT: DecimalValue) {
    let including = try amountIncludingVAT.next(line.amountIncludingVAT)
    guard line.amount != line.amountIncludingVAT else {
      return (try amount.next(line.amount, asLocal: including), including)
    }
    return (try amount.next(line.amount), including)
  }
}

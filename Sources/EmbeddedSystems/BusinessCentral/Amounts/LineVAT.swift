import MapRuntime

/// How VAT is calculated, in the order of BC's option, which is the order of the groups (DA-20,
/// DA-21).
enum VATCalculationType: Int, Hashable, Sendable, Comparable, CaseIterable {
  case normal
  case reverseCharge
  case full
  case salesTax

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What a line takes from the VAT posting setup of its two groups (DA-20, DK-4).
struct LineVAT: Hashable, Sendable {
  let identifier: String
  let calculationType: VATCalculationType
  /// VAT %, as the line has it.
  let percent: DecimalValue

  /// Reverse charge and sales tax come to a line without VAT (DA-20); sales tax is not worked out.
  init(
    identifier: String, calculationType: VATCalculationType = .normal, setupPercent: DecimalValue
  ) {
    self.identifier = identifier
    self.calculationType = calculationType
    percent =
      switch calculationType {
      case .normal, .full: setupPercent
      case .reverseCharge, .salesTax: 0
      }
  }

  /// 1 and VAT %: 1.19 with 19 %.
  func grossShare() throws(AmountRefusal) -> DotNetDecimal {
    try .one + DotNetDecimal(percent).hundredth()
  }
}

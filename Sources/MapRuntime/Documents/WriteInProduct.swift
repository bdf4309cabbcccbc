/// A product that stands for lines without one: no mapping of its table ever couples it (F18,
/// R C-44). The setup says which it is.
public struct WriteInProduct: Hashable, Sendable {
  /// What picks the table among several: a value of the setup, and the one that means this table.
  public struct Pick: Hashable, Sendable {
    public var by: Operand
    public var option: OptionValue

    public init(by: Operand, option: OptionValue) {
      self.by = by
      self.option = option
    }
  }

  /// The product's BC table, and the field that holds its number.
  public var table: String
  public var field: String
  public var number: Operand
  public var pick: Pick?

  public init(table: String, field: String, number: Operand, pick: Pick? = nil) {
    self.table = table
    self.field = field
    self.number = number
    self.pick = pick
  }

  /// The product's number; nil where the setup names no product of this table.
  public func number(in run: RunValues) -> String? {
    if let pick, pick.by.value(as: .option, on: .bc, in: run).option != pick.option { return nil }
    guard let number = number.value(as: .code(length: 20), on: .bc, in: run).text else {
      return nil
    }
    let code = Code.normalized(number)
    return code.isEmpty ? nil : code
  }

  /// What a record of its table must not be, in order to be coupled or synchronized; nil where the
  /// setup names no product of this table.
  public func exclusion(in run: RunValues) -> RowCondition.Clause? {
    number(in: run).map { .init(field, .not(.equals(.text($0)))) }
  }
}

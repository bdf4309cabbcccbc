import DefaultMappings
import MapCheck
import MapPlan
import MapRuntime

/// What the host's functions answer, worked out from the record for the evaluator.
enum HostAnswers {
  static func added(
    to input: EvaluationInput, _ form: MappingProgram, _ direction: Direction,
    _ checked: CheckedModel
  ) -> EvaluationInput {
    var input = input
    guard let conversion = form.conversion(direction) else { return input }
    for step in conversion.steps {
      guard case .compute(let name, let arguments) = step.value else { continue }
      // Arguments on the target's side depend on earlier steps: what stands there is known only
      // to the run, so such a function is asked with what the evaluator has made so far.
      let values = arguments.map { argument -> Value in
        argument.side == direction.source
          ? input.source[argument.field] ?? blank(argument.field, form, direction.source, checked)
          : made(argument.field, before: step, input, form, direction, checked)
      }
      input.functions[name] = answer(name, values)
    }
    return input
  }

  private static func made(
    _ field: Int, before step: StepProgram, _ input: EvaluationInput, _ form: MappingProgram,
    _ direction: Direction, _ checked: CheckedModel
  ) -> Value {
    let blank = blank(field, form, direction.target, checked)
    let evaluated = RecordConversion(form, direction, in: checked).convertTakenIn(input)
    let steps = form.conversion(direction)?.steps ?? []
    // What stands for a missing product is there once the product's own field maps are through.
    let standIns = Set(form.mapping.writeIn?.product.map(\.field) ?? [])
    let due = steps.last { standIns.contains($0.target) || $0.pick.map(standIns.contains) == true }
    if standIns.contains(field), let due, due.rule < step.rule,
      let standIn = evaluated.additions.last(where: { $0.field == field })
    {
      return standIn.value.isEmpty ? blank : standIn.value
    }
    let written = evaluated.steps.last { $0.target == field && $0.rule < step.rule }?.after
    let picked =
      steps.contains { $0.pick == field && $0.rule < step.rule } ? evaluated.target[field] : nil
    return picked ?? written ?? input.target?[field] ?? blank
  }

  private static func blank(
    _ field: Int, _ form: MappingProgram, _ side: Side, _ checked: CheckedModel
  ) -> Value {
    BlankValue.of(checked.catalogue[form.mapping.table(side)].fields[field], on: side)
  }

  private static func answer(_ name: String, _ values: [Value]) -> Value {
    if name == "base-unit" {
      let unit = HostFunctions.baseUnit(
        values[0].option ?? OptionValue(0), values[1].text ?? "", values[2].text ?? "")
      return unit.map(Value.text) ?? .empty
    }
    func number(_ place: Int) -> DecimalValue { values[place].decimal ?? .zero }
    let result: DecimalValue? =
      switch name {
      case "exchange-rate": HostFunctions.exchangeRate(values[0].decimal, values[1].decimal)
      case "invoice-discounts": HostFunctions.invoiceDiscounts(number(0), number(1))
      case "invoice-tax": HostFunctions.invoiceTax(number(0), number(1))
      case "invoice-unit-price":
        HostFunctions.invoiceUnitPrice(
          number(0), values[1].boolean, number(2), values[3].option ?? OptionValue(0))
      case "invoice-line-discount":
        HostFunctions.invoiceLineDiscount(
          number(0), values[1].boolean, number(2), values[3].option ?? OptionValue(0))
      case "line-base-amount":
        HostFunctions.lineBaseAmount(
          number(0), number(1), number(2), values[3].boolean, number(4),
          values[5].option ?? OptionValue(0))
      case "line-discount":
        HostFunctions.lineDiscount(values[0].decimal, values[1].decimal, values[2].decimal)
      case "line-extended-amount": HostFunctions.lineExtendedAmount(number(0), number(1))
      case "line-tax": HostFunctions.lineTax(number(0), number(1))
      case "order-discount":
        HostFunctions.orderDiscount(
          values[0].decimal, values[1].decimal, values[2].integer, number(3))
      case "order-discount-percentage":
        HostFunctions.orderDiscountPercentage(
          values[0].decimal, values[1].decimal, values[2].integer, number(3))
      case "order-line-base-amount":
        HostFunctions.orderLineBaseAmount(
          values[0].decimal, number(1), number(2), values[3].boolean, number(4),
          values[5].option ?? OptionValue(0))
      case "order-line-discount":
        HostFunctions.orderLineDiscount(
          values[0].boolean, values[1].decimal, values[2].decimal, values[3].decimal)
      case "order-total-less-freight":
        HostFunctions.orderTotalLessFreight(values[0].decimal, number(1))
      case "order-lines-total":
        HostFunctions.orderLinesTotal(values[0].decimal, number(1), number(2))
      case "net-unit-price":
        HostFunctions.netUnitPrice(
          values[0].decimal, values[1].option ?? OptionValue(0), number(2), values[3].text ?? "",
          values[4].boolean, values[5].text ?? "", values[6].decimal, values[7].decimal)
      default: nil
      }
    return result.map(Value.decimal) ?? .empty
  }
}

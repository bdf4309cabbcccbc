import MapLanguage
import MapRuntime

extension CheckedModel {
  /// The products that stand for lines without one, by the tables of which they may be (R C-44).
  public var writeInProducts: [WriteInProduct] {
    var products: [WriteInProduct] = []
    for mapping in mappings.lazy.flatMap(\.all) {
      for product in Self.products(of: mapping, catalogue) where !products.contains(product) {
        products.append(product)
      }
    }
    return products.sorted { ($0.table, $0.field) < ($1.table, $1.field) }
  }

  private static func products(
    of mapping: EffectiveMapping, _ catalogue: TableCatalogue
  ) -> [WriteInProduct] {
    let table = catalogue[mapping.bcTable]
    let said = mapping.document?.writeIn?.product ?? []
    return said.flatMap { assignment -> [WriteInProduct] in
      guard let references = table[assignment.field]?.references else { return [] }
      return references.targets.compactMap { target -> WriteInProduct? in
        guard let place = catalogue.place(of: target.table.value, on: .bc),
          let key = catalogue[place].key.last
        else { return nil }
        return WriteInProduct(
          table: target.table.value, field: key.value, number: assignment.value,
          pick: pick(of: target, references, said, table))
      }.filter(\.canBe)
    }
  }

  private static func pick(
    of target: Reference.Target, _ references: Reference,
    _ said: [DocumentPolicy.Assignment], _ table: Table
  ) -> WriteInProduct.Pick? {
    guard let by = references.pickedBy?.value, let name = target.when?.value,
      let option = table[by]?.option(name), let value = said.first(where: { $0.field == by })?.value
    else { return nil }
    return WriteInProduct.Pick(by: value, option: OptionValue(option))
  }
}

extension WriteInProduct {
  /// Whether the setting that picks among the tables can mean this one.
  fileprivate var canBe: Bool {
    guard let pick, case .variable(.optionSetting(_, let numbers)) = pick.by else { return true }
    return numbers.contains(pick.option.rawValue)
  }
}

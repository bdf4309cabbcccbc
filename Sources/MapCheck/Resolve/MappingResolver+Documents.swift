import MapLanguage
import MapRuntime

extension MappingResolver {
  /// The rule for lines without a product. What is wrong in it is found where documents are looked
  /// at.
  mutating func writeIn() -> EffectiveWriteIn? {
    guard let rule = mapping.document.writeIn else { return nil }
    let known = findings
    defer { findings = known }
    var text: (field: Int, parts: [EffectiveSource.Part])?
    if let name = rule.textField, let template = rule.text,
      let field = self.field(name, in: salesTable),
      let parts = self.text(template, in: bcTable)
    {
      text = (field, parts)
    }
    return EffectiveWriteIn(
      when: resolve(rule.when), product: resolve(rule.product, in: bcTable), text: text)
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// `invalid-value` of a requirement that no record can meet: the mapping itself, or this very record
/// in a mapping of other tables.
enum RequirementCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    mapping.requires.compactMap { requirement in
      let name = requirement.origin.mapping
      if requirement.mapping == mapping.place {
        return Finding(
          "invalid-value", "'\(name.value)' requires itself", at: name.span,
          help: "take it out, or name another mapping")
      }
      guard requirement.origin.isSameRecord, let other = context.mapping(requirement.mapping),
        other.bcTable != mapping.bcTable, other.salesTable != mapping.salesTable
      else { return nil }
      return Finding(
        "invalid-value",
        "'same-record' asks for a record of this mapping's tables, and '\(name.value)' has others",
        at: name.span, help: "take 'same-record' out, or name a mapping of the same table")
    }
  }
}

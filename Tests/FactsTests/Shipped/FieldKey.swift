import MapCheck

/// What a field map is known by: its two fields; '' where something else stands.
struct FieldKey: Hashable, Sendable {
  let bc: String
  let sales: String

  init(_ field: EffectiveFieldMap) {
    bc = field.origin.bc?.value ?? ""
    sales = field.origin.sales?.value ?? ""
  }
}

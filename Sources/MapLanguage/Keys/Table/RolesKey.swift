import MapKeys

/// The keys of fields that the engine needs.
enum RolesKey: String, KeySet {
  case company
  case owner
  case modifiedBy = "modified-by"
  case belongsTo = "belongs-to"
  case name

  static let title = "the roles of fields"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .company:
      .optional(.text, "The lookup to the Business Central company.")
    case .owner:
      .optional(.text, "The owner.")
    case .modifiedBy:
      .optional(.text, "Who changed the record last.")
    case .belongsTo:
      .optional(.text, "The record that this one goes with when it is uncoupled.")
    case .name:
      .optional(.text, "What people call the record, where none of the usual fields says it.")
    }
  }
}

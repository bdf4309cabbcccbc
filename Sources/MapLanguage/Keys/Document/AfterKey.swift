import MapKeys

/// The events that effects may follow.
enum AfterKey: String, KeySet {
  case created
  case updated
  case released
  case shipped
  case completelyShipped = "completely-shipped"
  case invoiced
  case completelyInvoiced = "completely-invoiced"
  case deleted
  case revised
  case won
  case lost
  case unpaid
  case paidPartly = "paid-partly"
  case paid
  case cancelled

  static let title = "the events"
  static let index = KeyIndex<Self>()

  var rule: KeyRule {
    switch self {
    case .created:
      .optional(.keys(EffectKey.self), "When it was created.")
    case .updated:
      .optional(.keys(EffectKey.self), "When it was changed.")
    case .released:
      .optional(.keys(EffectKey.self), "When it was released.")
    case .shipped:
      .optional(.keys(EffectKey.self), "When a part was shipped.")
    case .completelyShipped:
      .optional(.keys(EffectKey.self), "When all was shipped.")
    case .invoiced:
      .optional(.keys(EffectKey.self), "When a part was invoiced.")
    case .completelyInvoiced:
      .optional(.keys(EffectKey.self), "When all was invoiced.")
    case .deleted:
      .optional(.keys(EffectKey.self), "When it was deleted.")
    case .revised:
      .optional(.keys(EffectKey.self), "When a new version came.")
    case .won:
      .optional(.keys(EffectKey.self), "When it was won.")
    case .lost:
      .optional(.keys(EffectKey.self), "When it was lost.")
    case .unpaid:
      .optional(.keys(EffectKey.self), "When nothing is paid.")
    case .paidPartly:
      .optional(.keys(EffectKey.self), "When a part is paid.")
    case .paid:
      .optional(.keys(EffectKey.self), "When all is paid.")
    case .cancelled:
      .optional(.keys(EffectKey.self), "When it was cancelled.")
    }
  }
}

/// What can happen to a document that a mapping answers with effects (`after`).
public enum DocumentEvent: String, Sendable, CaseIterable {
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
}

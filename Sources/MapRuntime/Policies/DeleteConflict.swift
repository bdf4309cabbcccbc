/// What happens to a record whose partner is gone (F11, R D-31 to D-35).
public enum DeleteConflict: String, Sendable, CaseIterable {
  case uncouple
  case restore
  case deletePartner = "delete-partner"
  case refuse
}

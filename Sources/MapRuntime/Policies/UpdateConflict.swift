/// Who wins where both sides changed (F11, R D-25 to D-30).
public enum UpdateConflict: String, Sendable, CaseIterable {
  case bcWins = "bc-wins"
  case salesWins = "sales-wins"
  case refuse
}

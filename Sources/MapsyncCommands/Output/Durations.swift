/// Lengths of time as people read them.
enum Durations {
  /// `45 s`, `3 min 20 s`, `2 h 5 min`, `3 d 4 h`.
  static func text(seconds: Int) -> String {
    let seconds = max(0, seconds)
    return switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: parts(seconds, 60, "min", 1, "s")
    case ..<86_400: parts(seconds, 3600, "h", 60, "min")
    default: parts(seconds, 86_400, "d", 3600, "h")
    }
  }

  private static func parts(
    _ seconds: Int, _ large: Int, _ largeName: String, _ small: Int, _ smallName: String
  ) -> String {
    let rest = seconds % large / small
    return "\(seconds / large) \(largeName)" + (rest == 0 ? "" : " \(rest) \(smallName)")
  }
}

/// How far something is that goes page by page, on standard error: in one line of a terminal that is
/// written over, elsewhere a line now and then.
struct PageProgress {
  /// How long nothing is said where there is no terminal.
  static let pause = Duration.seconds(2)

  private let isTerminal: Bool
  private let now: () -> ContinuousClock.Instant
  private let write: (String) -> Void
  private var told: ContinuousClock.Instant
  private var isOpen = false

  init(
    isTerminal: Bool = Terminal.isErrorTerminal,
    now: @escaping () -> ContinuousClock.Instant = { .now },
    write: @escaping (String) -> Void = Terminal.error
  ) {
    self.isTerminal = isTerminal
    self.now = now
    self.write = write
    told = now()
  }

  mutating func tell(_ line: String) {
    if isTerminal {
      isOpen = true
      return write("\r\u{1B}[K\(line)")
    }
    let now = now()
    guard told.duration(to: now) >= Self.pause else { return }
    told = now
    write(line + "\n")
  }

  /// Takes the line of a terminal away, before the answer is written.
  mutating func finish() {
    if isOpen { write("\r\u{1B}[K") }
    isOpen = false
  }
}

import MapRuntime
import MapSync
import Testing

@testable import MapsyncCommands

@Suite("The progress of a full synchronization as text")
struct ProgressTextTests {
  private let start = DateTimeValue(milliseconds: 1_000_000)

  private func line(
    _ mapping: String, _ status: FullRunLine.Status, bc: Int = 0, sales: Int = 0, done: Int = 0,
    failed: Int = 0, held: Int = 0, seconds: Int64? = nil
  ) -> FullRunLine {
    FullRunLine(
      mapping: mapping, wave: 0, recommendation: .full, reason: "", status: status, bcCount: bc,
      salesCount: sales, done: done, failed: failed, held: held,
      started: seconds.map { DateTimeValue(milliseconds: start.milliseconds - $0 * 1000) })
  }

  private func items(_ lines: FullRunLine...) -> [ProgressItem] {
    lines.map { ProgressItem($0, [.toSales], now: start) }
  }

  @Test("a running mapping shows done, total, rate, time left, errors and held records")
  func running() {
    let lines = ProgressText.live(
      items(line("CUSTOMER", .running, bc: 3000, done: 1000, failed: 2, held: 1, seconds: 10)),
      elapsed: 10_000, width: 120)
    #expect(
      lines == [
        "CUSTOMER  [######..............]  1,000 of 3,000, 100/s, 20 s left, 2 failed, 1 held",
        "total     1,000 of 3,000, 0 of 1 mapping, 100/s, 20 s left, 2 failed, 1 held",
      ])
  }

  @Test("mappings that wait or are over have no line of their own, but count in the total")
  func others() {
    let lines = ProgressText.live(
      items(
        line("A", .finished, bc: 500, done: 480, seconds: 5), line("B", .waiting, bc: 20)),
      elapsed: 0, width: 80)
    #expect(lines == ["total  480 of 500, 1 of 2 mappings"])
  }

  @Test("after a resume, the rate counts only what this process did")
  func resumed() {
    let total = ProgressText.total(
      items(line("A", .running, bc: 1000, done: 600, seconds: 3600)), 10_000, 500)
    #expect(total == "600 of 1,000, 0 of 1 mapping, 10/s, 40 s left")
  }

  @Test("lines are cut at the terminal's width")
  func width() {
    let lines = ProgressText.live(
      items(line("CUSTOMER", .running, bc: 3000, done: 1000, seconds: 10)), elapsed: 10_000,
      width: 30)
    #expect(lines.allSatisfy { $0.count <= 30 })
  }

  @Test("a two-way mapping looks at the records of both sides, a match at those of BC")
  func totals() {
    let both = ProgressItem(
      line("A", .running, bc: 7, sales: 5), [.toSales, .toBC], now: start)
    #expect(both.total == 12)
    var matched = line("A", .running, bc: 7, sales: 5)
    matched.recommendation = .couple
    #expect(ProgressItem(matched, [.toSales, .toBC], now: start).total == 7)
    // Of one that is over, those that were coupled before are none that are left.
    matched.status = .finished
    #expect(ProgressItem(matched, [.toSales, .toBC], now: start).total == 0)
  }

  @Test("more records than were counted never make more than the whole")
  func grown() {
    let total = ProgressText.total(
      items(line("A", .running, bc: 10, done: 15, seconds: 1)), 1000, 0)
    #expect(total.hasPrefix("15 of 15,"))
  }
}

import MapRuntime
import Testing

@testable import MapStoreSQLite
@testable import MapSync

@Suite("Who meets the lease of another machine watches it, and asks no clock (R A-24; F9)")
struct LeaseWaitTests {
  private static let standstill = Duration.milliseconds(300)

  private let workshop: Workshop
  private let pair = Samples.customers
  /// The state as the program on the other machine has it.
  private let afar: SQLiteState

  init() throws {
    workshop = try Workshop()
    afar = try workshop.folder.open(company: workshop.company.id)
  }

  /// A run on another machine that holds the customers.
  private func held() async throws -> Lease {
    let answer = try await afar.take(
      pair, for: "'mapsync full' (process 7)", over: nil, at: Samples.moment(1))
    guard case .granted(let lease) = answer else { throw StoreFailure.busy("\(answer)") }
    try workshop.folder.moveLeases(to: "elsewhere")
    return lease
  }

  private func integration(
    patience: Duration, waitsForBeats: Bool = true
  ) -> Integration {
    var integration = workshop.integration
    integration.patience = patience
    integration.waitsForBeats = waitsForBeats
    integration.standstill = Self.standstill
    return integration
  }

  /// Whether the integration gets the customers, or what it is told instead.
  private func ask(_ integration: Integration) async -> String? {
    do throws(StoreFailure) {
      try await integration.holding(pair, "CUSTOMER") { _ throws(StoreFailure) in }
      return nil
    } catch {
      return error.sentence
    }
  }

  @Test("one that beats is its holder's, however long another waits")
  func living() async throws {
    let lease = try await held()
    let heart = Task { [afar] in
      while !Task.isCancelled {
        _ = try await afar.renew(lease, at: Samples.moment(1))
        try await Task.sleep(for: .milliseconds(20))
      }
    }
    defer { heart.cancel() }
    let said = await ask(integration(patience: Self.standstill * 3))
    #expect(
      said == "CUSTOMER is at work in 'mapsync full' (process 7) on 'elsewhere', since "
        + "\(Samples.moment(1))")
    #expect(try await afar.renew(lease, at: Samples.moment(1)))
  }

  @Test("one that stands still is taken over, also by who has less patience than that takes")
  func dead() async throws {
    let lease = try await held()
    let began = ContinuousClock.now
    #expect(await ask(integration(patience: .milliseconds(1))) == nil)
    #expect(ContinuousClock.now - began > Self.standstill)
    #expect(try await afar.renew(lease, at: Samples.moment(1)) == false)
  }

  @Test("who turns to what is free meanwhile hears at once who holds it, and has watched by then")
  func passedOver() async throws {
    _ = try await held()
    var hasty = integration(patience: .zero, waitsForBeats: false)
    hasty.standstill = .seconds(600)
    let began = ContinuousClock.now
    #expect(await ask(hasty)?.contains("on 'elsewhere'") == true)
    #expect(ContinuousClock.now - began < hasty.standstill)
    let service = integration(patience: .zero, waitsForBeats: false)
    #expect(await ask(service)?.contains("on 'elsewhere'") == true)
    try await Task.sleep(for: Self.standstill * 2)
    #expect(await ask(service) == nil)
  }
}

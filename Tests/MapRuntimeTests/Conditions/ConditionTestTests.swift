import MapRuntime
import Testing

@Suite("Conditions")
struct ConditionTestTests {
  static let noon = DateTimeValue(milliseconds: 20_468 * 86_400_000 + 43_200_000)
  static let account = Lookup(table: "account", id: Guid(high: 1, low: 1))
  static let contact = Lookup(table: "contact", id: Guid(high: 1, low: 1))

  private func holds(
    _ test: ConditionTest, _ value: Value, caseSensitive: Bool = true
  ) -> Bool {
    test.matches(value, caseSensitive: caseSensitive) { _ in .empty }
  }

  @Test("values that are equal, each with one that is not")
  func equals() throws {
    let half = Value.decimal(try DecimalValue(parsing: "2.5"))
    let day = Value.date(Self.noon.date)
    let midnight = Value.dateTime(DateTimeValue(midnightOf: Self.noon.date))
    let expected: [(Value, Value, Value)] = [
      (.text("Adatum"), .text("Adatum"), .text("adatum")), (.integer(2), .decimal(2), half),
      (half, half, .integer(2)), (.option(OptionValue(3)), .option(OptionValue(3)), .integer(4)),
      (.option(OptionValue(3)), .integer(3), .option(OptionValue(0))),
      (day, midnight, .dateTime(Self.noon)),
      (.boolean(true), .boolean(true), .boolean(false)),
      (.boolean(true), .boolean(true), .integer(1)),
      (.guid(Self.account.id), .guid(Self.account.id), .guid(Guid(high: 1, low: 2))),
      (.lookup(Self.account), .lookup(Self.account), .lookup(Self.contact)),
      (.empty, .text(""), .integer(0)), (.guid(.zero), .empty, .boolean(false)),
      (.text("2"), .text("2"), .integer(2)), (.text(" "), .text(" "), .empty),
    ]
    for (value, same, other) in expected {
      #expect(holds(.equals(same), value), "\(value) = \(same)")
      #expect(holds(.equals(value), same), "\(same) = \(value)")
      #expect(!holds(.equals(other), value), "\(value) ≠ \(other)")
      #expect(!holds(.equals(value), other), "\(other) ≠ \(value)")
    }
  }

  @Test("without case, texts compare so in every test")
  func ignoresCase() {
    let tests: [ConditionTest] = [
      .equals(.text("ærø")), .like(Wildcard("æ*")), .atLeast(.text("ærø")), .atMost(.text("ærø")),
      .between(.text("ærø"), .text("ærø")), .anyOf([.equals(.text("ærø"))]),
      .not(.not(.equals(.text("ærø")))),
    ]
    for test in tests {
      #expect(holds(test, .text("ÆRØ"), caseSensitive: false), "\(test)")
    }
    #expect(!holds(.equals(.text("ærø")), .text("ÆRØ"), caseSensitive: true))
    #expect(!holds(.like(Wildcard("æ*")), .text("ÆRØ"), caseSensitive: true))
    #expect(!holds(.above(.text("ærø")), .text("ÆRØ"), caseSensitive: false))
  }

  @Test("the orderings at, below and above a bound")
  func orders() throws {
    //                        less   same   more
    let expected: [(ConditionTest, [Bool])] = [
      (.above(.integer(5)), [false, false, true]), (.below(.integer(5)), [true, false, false]),
      (.atLeast(.integer(5)), [false, true, true]), (.atMost(.integer(5)), [true, true, false]),
      (.between(.integer(5), .integer(5)), [false, true, false]),
      (.between(.integer(1), .integer(5)), [true, true, false]),
      (.between(.integer(5), .integer(9)), [false, true, true]),
      (.between(.integer(9), .integer(1)), [false, false, false]),
    ]
    for (test, results) in expected {
      let values: [Value] = [
        .decimal(try DecimalValue(parsing: "4.9999999999")), .decimal(5), .option(OptionValue(6)),
      ]
      #expect(values.map { holds(test, $0) } == results, "\(test)")
    }
    let day = Value.date(Self.noon.date)
    #expect(holds(.above(day), .dateTime(Self.noon)))
    #expect(holds(.below(.dateTime(Self.noon)), day))
    #expect(holds(.below(.text("B")), .text("A")))
    #expect(holds(.below(.guid(Self.account.id)), .guid(Guid(high: 0, low: 9))))
  }

  @Test("an ordering with an empty value, or between unlike values, is false")
  func ordersNoEmpties() {
    for bound in [Value.empty, .text(""), .integer(0), .text("A"), .date(.first)] {
      for test in [
        ConditionTest.above(bound), .below(bound), .atLeast(bound), .atMost(bound),
        .between(bound, bound),
      ] {
        #expect(!holds(test, .empty), "\(test)")
        #expect(holds(.not(test), .empty), "\(test)")
        #expect(!holds(test, .boolean(true)), "\(test)")
      }
      #expect(!holds(.atLeast(.empty), bound))
      #expect(!holds(.atMost(.text("")), bound))
    }
  }

  @Test("`not: x` holds for an empty value")
  func negates() {
    #expect(holds(.not(.equals(.text("A"))), .empty))
    #expect(holds(.not(.equals(.text("A"))), .text("B")))
    #expect(!holds(.not(.equals(.text("A"))), .text("A")))
    #expect(!holds(.not(.empty), .empty))
  }

  @Test("empty and not empty")
  func tellsEmpties() {
    for value in [Value.empty, .text(""), .guid(.zero)] {
      #expect(holds(.empty, value))
      #expect(!holds(.notEmpty, value))
    }
    for value in [Value.text(" "), .integer(0), .boolean(false), .option(OptionValue(0))] {
      #expect(!holds(.empty, value))
      #expect(holds(.notEmpty, value))
    }
  }

  @Test("any-of holds if one does; none is none")
  func takesAnyOf() {
    let test = ConditionTest.anyOf([.equals(.text("A")), .empty, .like(Wildcard("Z*"))])
    #expect(holds(test, .text("A")))
    #expect(holds(test, .empty))
    #expect(holds(test, .text("Zoo")))
    #expect(!holds(test, .text("B")))
    #expect(!holds(.anyOf([]), .empty))
  }

  @Test("a lookup's table decides is-a")
  func tellsTables() {
    #expect(holds(.isA(table: "account"), .lookup(Self.account)))
    #expect(!holds(.isA(table: "account"), .lookup(Self.contact)))
    #expect(!holds(.isA(table: "account"), .empty))
    #expect(!holds(.isA(table: "account"), .text("account")))
  }

  @Test("like is asked of texts; an empty one is ''")
  func matchesWildcards() {
    #expect(holds(.like(Wildcard("*")), .empty))
    #expect(!holds(.like(Wildcard("?*")), .empty))
    #expect(!holds(.like(Wildcard("*")), .integer(1)))
  }

  @Test("another field of the record is compared by value")
  func comparesFields() {
    let record: [String: Value] = ["Name": .text("adatum"), "Amount": .decimal(5)]
    func same(_ value: Value, _ name: String, caseSensitive: Bool = true) -> Bool {
      ConditionTest.field(name).matches(value, caseSensitive: caseSensitive) {
        record[$0] ?? .empty
      }
    }
    #expect(same(.integer(5), "Amount"))
    #expect(!same(.integer(6), "Amount"))
    #expect(!same(.text("Adatum"), "Name"))
    #expect(same(.text("Adatum"), "Name", caseSensitive: false))
    #expect(same(.empty, "Other"))
    #expect(!same(.text("x"), "Other"))
    #expect(
      ConditionTest.not(.field("Name")).matches(.empty, caseSensitive: true) {
        record[$0] ?? .empty
      })
  }
}

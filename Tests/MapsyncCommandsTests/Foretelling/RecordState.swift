import Testing

/// A state that a record can be in before its mapping runs: what is there, and what happened.
struct RecordState: Sendable, CustomTestStringConvertible {
  /// Which records there are, and whether they are coupled.
  enum Beginning: Sendable {
    /// A customer and its account, in step.
    case coupled
    case bc
    case sales
    /// Of each side one, which match and are not coupled.
    case both
    /// What the state itself says of both sides, beside `mappings`.
    case own(bc: String, sales: String, coupled: String)
  }

  let name: String
  let mapping: String
  private let beginning: Beginning
  private let policies: String
  private let steps: [String]

  /// - Parameters:
  ///   - policies: What is said of the mapping, as in `given.mappings`.
  ///   - steps: What happens, in this order, as in `when`.
  init(
    _ name: String, _ beginning: Beginning, _ policies: String, mapping: String = "CUSTOMER",
    _ steps: [String]
  ) {
    self.name = name
    self.beginning = beginning
    self.policies = policies
    self.mapping = mapping
    self.steps = steps
  }

  init(_ name: String, _ beginning: Beginning, _ steps: [String]) {
    self.init(name, beginning, "", steps)
  }

  var testDescription: String { name }

  /// As a scenario that leaves off where the next run begins.
  var text: String {
    let bc: String
    let sales: String
    let coupled: String
    let customer =
      "Customer: [{ $id: c1, No.: '10000', Name: Adatum, Phone No.: '100', City: Oslo }]"
    let account =
      "account: [{ $id: a1, accountnumber: '10000', name: Adatum, telephone1: '100', "
      + "address1_city: Oslo, statecode: Active, customertypecode: Customer }]"
    switch beginning {
    case .coupled:
      (bc, sales, coupled) = (customer, account, "{ mapping: CUSTOMER, bc: c1, sales: a1 }")
    case .bc: (bc, sales, coupled) = (customer, "", "")
    case .sales: (bc, sales, coupled) = ("", account, "")
    case .both: (bc, sales, coupled) = (customer, account, "")
    case .own(let own, let theirs, let pairs): (bc, sales, coupled) = (own, theirs, pairs)
    }
    let mappings = policies.isEmpty ? "" : "\(mapping): { \(policies) }"
    return """
      scenario: '\(name)'
      given:
        bc: { \(bc) }
        sales: { \(sales) }
        coupled: [\(coupled)]
        mappings: { \(mappings) }
      when: [\(steps.map { "\n  \($0)" }.joined(separator: ","))\n  ]
      then: {}
      """
  }
}

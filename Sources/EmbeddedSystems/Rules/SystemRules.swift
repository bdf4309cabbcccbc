/// The rules of both systems, in the order in which they see a write.
enum SystemRules {
  static let all: [any SystemRule] = [
    OptionLabels(), CurrencyRate(), StateSteps(), BaseUnit(), ContactCompany(),
    BusinessRelation(), ContactPartner(), OpportunityPartner(),
  ]
}

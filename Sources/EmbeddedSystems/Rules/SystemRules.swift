/// The rules of both systems, in the order in which they see a write.
enum SystemRules {
  static let all: [any SystemRule] = [
    PickedReferences(), OptionLabels(), OptionCopies(), CurrencyRate(), StateSteps(), BaseUnit(),
    UnitOfGroup(), ContactCompany(), BusinessRelation(), ContactPartner(), OpportunityPartner(),
  ]
}

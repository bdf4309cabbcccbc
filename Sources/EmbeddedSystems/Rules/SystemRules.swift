/// The rules of both systems, in the order in which they see a write.
enum SystemRules {
  static let all: [any SystemRule] = [
    PickedReferences(), UniqueFields(), OptionLabels(), OptionCopies(), CurrencyRate(),
    StateSteps(), SalesLines(), SalesStates(), SalesAmounts(), SalesDeletion(), BaseUnit(),
    UnitOfGroup(), PriceProduct(), ContactCompany(), BusinessRelation(), ContactPartner(),
    OpportunityPartner(), BillToCustomer(), KeptFigures(),
  ]
}

import Testing

@Suite("The history names what is written over as people know it")
struct HistoryNameTests {
  @Test("an owner by the name, and an option that was made at run time by its label")
  func replaced() throws {
    let folder = try DemoFolder.inStep(customers: 1)
    try folder.does(
      "record", "change", "Customer", "10000", "Salesperson Code=LM", "Payment Terms Code=1M(8D)")
    let shown = try folder.does("record", "show", "account", "Adatum")
    #expect(shown.contains("14D") && !shown.contains("systemuser:Helena Ray"), "\(shown)")
    try folder.does(
      "record", "change", "account", "Adatum", "ownerid=hr@cronus.example", "telephone1=4711")
    try folder.does("sync", "CUSTOMER", "10000", "--direction", "to-sales")
    let why = try folder.does("why", "Customer:10000")
    for words in ["ownerid (was 'Helena Ray')", "paymenttermscode (was '14D')"] {
      #expect(why.contains(words), "\(words): \(why)")
    }
  }
}

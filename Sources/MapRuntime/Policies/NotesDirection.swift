/// Which way notes travel with a document (F22, R E-20, F-20).
public enum NotesDirection: String, Sendable, CaseIterable {
  case toBC = "to-bc"
  case toSales = "to-sales"
  case both
}

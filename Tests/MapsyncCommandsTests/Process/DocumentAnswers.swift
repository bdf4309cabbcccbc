/// What the lists of documents answer.
struct ListedDocuments: Decodable {
  struct Line: Decodable {
    let name: String
    let standing: String
    let message: String
  }

  let documents: [Line]
}

/// What 'record show' and 'record list' answer.
struct ShownRecords: Decodable {
  struct Record: Decodable {
    let fields: [String: String]
  }

  let records: [Record]
}

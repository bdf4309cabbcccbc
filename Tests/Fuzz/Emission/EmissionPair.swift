/// The names of two tables and the mapping between them.
struct EmissionPair {
  let bc: String
  let sales: String
  let mapping: String
  let bcKey: String
  let salesKey: String
}

import EmbeddedSystems
import MapDocuments
import MapRuntime
import MapSetup
import MapSource
import MapSync

/// What documents need of the setup and of Business Central, and lack: told by `setup check` before the
/// first one comes, and to whoever is about to make one (F18).
struct DocumentsCheck: Sendable {
  struct Problem {
    let message: String
    let wayOut: WayOut
    /// Whether Business Central itself lacks something, rather than the setup.
    let isOfSystem: Bool
    /// The settings that lead there; nil where it is about the company.
    let settings: [String]?
    /// A warning is of what only some documents need.
    let severity: Severity
    /// The mappings whose documents cannot be taken in.
    let stops: Set<String>

    /// - Parameter places: where the setup says what; nil where nobody looks at its lines.
    func help(at places: SetupPlaces? = nil) -> String {
      switch wayOut {
      case .done(let help): return help
      case .set(let settings, let means):
        let way =
          places?.wayToAdd(settings)
          ?? "give \(settings.count == 1 ? "it" : "them") a value under 'settings:'"
        return [way, means].compactMap { $0 }.joined(separator: ", ")
      }
    }
  }

  /// What a person does about a problem.
  enum WayOut {
    case done(String)
    /// Gives settings values, of a meaning where that is not said by their names.
    case set([String], means: String?)
  }

  let mappings: [BoundMapping]
  let writeInProducts: [WriteInProduct]
  let settings: [String: Value]

  /// - Parameter state: nil where it cannot be asked what is coupled.
  func problems(
    _ bc: EmbeddedSystem, _ company: Company, _ state: (any StateStore)?
  ) async throws(StoreFailure) -> [Problem] {
    let needs = DocumentNeeds(mappings, writeInProducts, settings)
    var problems = needs.unset.map {
      Problem(
        message: $0.message, wayOut: .set($0.settings, means: $0.means), isOfSystem: false,
        settings: $0.settings, severity: .warning, stops: [])
    }
    let lacks: [SetupLack]
    do { lacks = try bc.lacks(of: needs.demand, in: company) } catch { throw error.asStoreFailure }
    problems += lacks.map { lack in
      Problem(
        message: lack.message, wayOut: .done(lack.help), isOfSystem: true,
        settings: lack.sold.map { [needs.namers[$0]].compactMap { $0 } },
        severity: lack.isOfSome ? .warning : .error, stops: names(stoppedBy: lack))
    }
    guard let state else { return problems }
    for product in needs.products {
      problems += try await coupled(product, needs, bc, company, state)
    }
    return problems
  }

  /// What keeps a mapping from taking in documents, all of it in one sentence; nil where nothing does.
  func obstacle(
    to mapping: String, _ bc: EmbeddedSystem, _ company: Company, _ state: any StateStore
  ) async throws(StoreFailure) -> String? {
    let errors = try await problems(bc, company, state).filter {
      $0.severity == .error && $0.stops.contains(mapping)
    }
    guard !errors.isEmpty else { return nil }
    return errors.map { "\($0.message); \($0.help())" }.joined(separator: "; ")
  }

  /// What is not there to be sold stops nobody who does not sell it: a document with freight or a line
  /// without a product says so of itself (R E-3, E-22, E-33).
  private func names(stoppedBy lack: SetupLack) -> Set<String> {
    guard lack.sold == nil else { return [] }
    return Set(
      mappings.filter { mapping in
        switch mapping.document?.kind {
        case .quote: lack.stops.contains(.quotes)
        case .order: lack.stops.contains(.orders)
        // What is posted was posted.
        case .postedInvoice, nil: false
        }
      }.map(\.name))
  }

  /// The product that stands for lines without one is nobody's partner (R C-44).
  private func coupled(
    _ product: DocumentNeeds.Product, _ needs: DocumentNeeds, _ bc: EmbeddedSystem,
    _ company: Company, _ state: any StateStore
  ) async throws(StoreFailure) -> [Problem] {
    let ids: [Guid]
    do {
      ids = try bc.find(product.table, [product.field: .text(product.number)], company: company)
    } catch {
      throw error.asStoreFailure
    }
    var problems: [Problem] = []
    for mapping in mappings where mapping.pair.bc == product.table {
      let couplings = try await state.couplings(mapping.pair, .bc, ids: ids)
      guard couplings.contains(where: { $0 != nil }) else { continue }
      let words = [mapping.name, product.number].map(CommandWord.of).joined(separator: " ")
      problems.append(
        Problem(
          message: "the write-in product, \(product.table) '\(product.number)', is coupled, and "
            + "stands for lines without a product",
          wayOut: .done("'mapsync uncouple \(words)', or name another one"),
          isOfSystem: false, settings: [product.setting].compactMap { $0 }, severity: .error,
          stops: needs.sharing))
    }
    return problems
  }
}

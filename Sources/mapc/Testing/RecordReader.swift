import ArgumentParser
import MapLanguage
import MapRuntime
import MapSource
import MapSyntax

/// Reads the record that `mapc try` sends through a mapping.
struct RecordReader {
  private(set) var sources: SourceSet
  private(set) var findings: [Finding] = []
  private let direction: Direction

  init(project: TestProject, direction: Direction) {
    sources = project.sources
    self.direction = direction
  }

  /// The record with what its file says besides; exits with 1 where a file cannot be understood.
  mutating func read(record: String, target: String?, features: [String]?) throws -> MappingTest {
    var test = try read(record)
    test.direction = Located(direction, at: test.span)
    guard (direction == .toSales ? test.bc : test.sales) != nil else {
      throw CommandFailure(
        sentence: "\(record) holds no record under '\(direction.source.name)', "
          + "from which '\(direction.name)' starts")
    }
    if let target {
      let stands = try read(target)
      test.before = stands.before ?? (direction == .toSales ? stands.sales : stands.bc)
    }
    if let features {
      test.features = features.map { Located($0, at: test.span) }
    }
    return test
  }

  private mutating func read(_ path: String) throws -> MappingTest {
    let limit = SyntaxLimits().bytes + 1
    let name = path == "-" ? "/dev/stdin" : path
    let file = SourceFile(path: path, bytes: try FileSystem.read(name, limit: limit))
    let syntax = SyntaxParser.parse(file, file: sources.add(file))
    let lowered = TriedRecordReader.read(syntax.tree)
    let found = syntax.findings + lowered.findings
    if let record = lowered.record, !found.contains(where: { $0.severity == .error }) {
      return record
    }
    let renderer = TextRenderer(color: false, width: Terminal.errorWidth)
    Terminal.error(renderer.render(FindingReport(found, in: sources, files: 1)))
    throw ExitCode(1)
  }
}

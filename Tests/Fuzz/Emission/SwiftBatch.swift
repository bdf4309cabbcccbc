import Foundation
import MapCompiler
import MapEmit
import MapSource
import Synchronization

/// Generated Swift that waits for the compiler, which takes many files at a time.
struct SwiftBatch {
  static let shared = Mutex(SwiftBatch(ProcessInfo.processInfo.environment))

  private let folder: String
  /// Where the modules are that generated code imports.
  private let modules: String
  private let size: Int
  /// One project in so many is type-checked.
  private let sample: Int
  private let explains: Bool
  /// Whether it goes on behind Swift that fails.
  private let goesOn: Bool
  private var waiting: [[SourceFile]] = []
  private var inputs = 0
  private var generated = 0
  private var typeChecked = 0

  init(_ environment: [String: String]) {
    modules = environment["FUZZ_BASE"] ?? "."
    folder = environment["FUZZ_OUTPUT"] ?? NSTemporaryDirectory() + "emission"
    size = environment["FUZZ_BATCH"].flatMap { Int($0) } ?? 200
    sample = environment["FUZZ_SAMPLE"].flatMap { Int($0) } ?? 100
    // The last batch is seldom full.
    atexit { SwiftBatch.shared.withLock { $0.parse() } }
    explains = environment["FUZZ_EXPLAIN"] != nil
    goesOn = environment["FUZZ_GO_ON"] != nil
  }

  /// Counts a project that has errors.
  mutating func refuse(_ compilation: Compilation) {
    inputs += 1
    guard explains else { return }
    let report = FindingReport(compilation.findings, in: compilation.sources)
    FileHandle.standardError.write(Data(LineRenderer().render(report).utf8))
  }

  mutating func add(_ files: [GeneratedFile], _ project: [SourceFile]) {
    inputs += 1
    generated += 1
    let text = files.map(\.text).joined() + HostStub.text(for: files.map(\.text))
    write(text, to: path(waiting.count))
    waiting.append(project)
    if generated % sample == 0 {
      typeChecked += 1
      let arguments = [
        "-typecheck", "-warnings-as-errors", "-module-name", "Fuzzed", "-I", modules,
      ]
      check(arguments, [waiting.count - 1])
    }
    if waiting.count >= size { parse() }
  }

  /// Parses what waits.
  private mutating func parse() {
    guard !waiting.isEmpty else { return }
    check(["-parse"], Array(waiting.indices))
    waiting = []
    write(
      "\(inputs) inputs, \(generated) generated and parsed, \(typeChecked) type-checked\n",
      to: folder + "/counts.txt")
  }

  private func path(_ place: Int) -> String { folder + "/project\(place).swift" }

  private func check(_ arguments: [String], _ places: [Int]) {
    guard !passes(arguments, places, says: false) else { return }
    for place in places where !passes(arguments, [place], says: true) {
      var text = ""
      for file in waiting[place] {
        text += "#--- \(file.path)\n\(String(decoding: file.bytes, as: UTF8.self))\n"
      }
      let name = folder + "/failed-\(generated - waiting.count + place)"
      write(text, to: name + ".yaml")
      try? FileManager.default.copyItem(atPath: path(place), toPath: name + ".swift")
      FileHandle.standardError.write(Data("\(name).yaml becomes Swift that fails\n".utf8))
    }
    if !goesOn { abort() }
  }

  /// Whether the compiler takes the files.
  private func passes(_ arguments: [String], _ places: [Int], says: Bool) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["swiftc", "-frontend", "-swift-version", "6", "-parse-as-library"] + arguments
      + places.map(path)
    if !says { process.standardError = FileHandle.nullDevice }
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private func write(_ text: String, to path: String) {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
  }
}

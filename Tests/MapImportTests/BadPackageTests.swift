import MapSource
import Testing

@testable import MapImport

@Suite("Packages that are read within bounds")
struct BadPackageTests {
  private func problem(_ bytes: [UInt8], limit: Int = PackageFile.mostSymbols) -> String? {
    do {
      let source = SourceFile(path: "a.app", bytes: bytes)
      let symbols = try PackageFile.symbols(of: source, mostSymbols: limit)
      _ = try JSONDocument.decode(Symbols.self, from: symbols)
      return nil
    } catch {
      #expect(!error.help.isEmpty)
      return error.message
    }
  }

  private func package(_ change: (inout ZipWriter.Entry) -> Void) -> [UInt8] {
    var entries = ShopPackage.entries(ShopPackage.base)
    change(&entries[2])
    return ZipWriter.package(entries)
  }

  @Test("what is no package, or part of one, is told")
  func cut() {
    let whole = ShopPackage.file(ShopPackage.base).bytes
    #expect(problem(whole) == nil)
    let none = "the file is no package: it has no directory of a zip file"
    #expect(problem([]) == none)
    #expect(problem(Array("NAVX".utf8)) == none)
    #expect(problem(Array("table 18 Customer { }".utf8)) == none)
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(problem(Array(whole.prefix(count))) != nil)
    }
  }

  @Test("a package is read or refused whatever bytes of it are changed")
  func damaged() {
    let whole = ShopPackage.file(ShopPackage.base).bytes
    var refused = 0
    for place in stride(from: 0, to: whole.count, by: 3) {
      var bytes = whole
      bytes[place] ^= 0xFF
      refused += problem(bytes) == nil ? 0 : 1
    }
    #expect(refused > 100)
  }

  @Test("a bomb is refused by what it says, and by what it becomes")
  func bombs() {
    let zeros = [UInt8](repeating: 0x20, count: 1 << 20)
    let said = package { $0.bytes = zeros }
    #expect(said.count < 4096)
    #expect(problem(said, limit: 1 << 16)?.contains("65536 are read at most") == true)
    let lying = package { ($0.bytes, $0.saidSize) = (zeros, 100) }
    #expect(problem(lying, limit: 1 << 16)?.contains("is damaged") == true)
    let short = package { $0.saidSize = 1 << 15 }
    #expect(problem(short, limit: 1 << 16)?.contains("is damaged") == true)
    let wrapped = ZipWriter.package([ZipWriter.Entry("Inner.app", bytes: said)])
    #expect(problem(wrapped, limit: 1 << 16)?.contains("are read at most") == true)
  }

  @Test("packages within packages end after one")
  func nested() {
    var bytes = ShopPackage.file(ShopPackage.base).bytes
    bytes = ZipWriter.package([ZipWriter.Entry("Inner.app", bytes: bytes)])
    #expect(problem(bytes) == nil)
    bytes = ZipWriter.package([ZipWriter.Entry("Outer.app", bytes: bytes)])
    #expect(problem(bytes) == "the package has no SymbolReference.json")
  }

  @Test(
    "no path of an entry leads anywhere",
    arguments: ["../SymbolReference.json", "/SymbolReference.json", "a/SymbolReference.json"])
  func paths(name: String) {
    #expect(problem(package { $0.name = name }) == "the package has no SymbolReference.json")
  }

  @Test("an entry that is damaged, encrypted or packed otherwise is told by its name")
  func entries() {
    let wrong = package { $0.saidChecksum = 1 }
    #expect(problem(wrong) == "'SymbolReference.json' in the package is damaged")
    let secret = package { $0.isEncrypted = true }
    #expect(problem(secret) == "'SymbolReference.json' in the package is encrypted")
    let text = package { $0.bytes = Array("no symbols".utf8) }
    #expect(problem(text)?.contains("no JSON") == true)
  }
}

import ArgumentParser
import CMalloc
import Dispatch
import EmbeddedSystems
import MapRuntime
import MapSync

/// The whole program over the mappings of a build: `Mapsync.run(Program.self)`.
public enum Mapsync {
  /// Reads the command line, runs the command and ends the process: 0 fine, 1 something in the
  /// content (records failed, findings), 2 it could not run.
  ///
  /// The first thread waits meanwhile. The one of an `async` main function ends as soon as it has
  /// nothing to do, and to unwind its stack a static program sorts the tables of all its functions:
  /// a tenth of a second of each command.
  public static func run(_ program: any CompiledProgram.Type) -> Never {
    shareHeap()
    Task.detached {
      let status = await RunningProgram.$current.withValue(program) {
        await run(Array(CommandLine.arguments.dropFirst()))
      }
      MapsyncCommand.exit(withError: ExitCode(status))
    }
    let forever = DispatchSemaphore(value: 0)
    while true { forever.wait() }
  }

  /// With a heap for each thread, memory grows by what pages left in those of others.
  private static func shareHeap() {
    #if canImport(Glibc)
      _ = mallopt(M_ARENA_MAX, 1)
    #endif
  }

  private static func run(_ arguments: [String]) async -> Int32 {
    do {
      try UnknownCommand.refuse(arguments[...], of: MapsyncCommand.self)
      var command = try MapsyncCommand.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch let failure as CommandFailure {
      Terminal.error("mapsync: \(failure.sentence)\n")
      return failure.status
    } catch let failure as StoreFailure {
      Terminal.error("mapsync: \(failure.sentence)\n")
      return 2
    } catch let failure as SystemFailure {
      Terminal.error("mapsync: \(failure.sentence)\n")
      return 2
    } catch {
      let code = MapsyncCommand.exitCode(for: error)
      let message = MapsyncCommand.fullMessage(for: error)
      if code == .success {
        Terminal.output(message.isEmpty ? "" : message + "\n")
      } else if !(error is ExitCode) {
        Terminal.error(message + "\n")
      }
      return code == .validationFailure ? 2 : code.rawValue
    }
  }
}

import DefaultMappings
import MapsyncCommands

await Mapsync.run(Program.self)

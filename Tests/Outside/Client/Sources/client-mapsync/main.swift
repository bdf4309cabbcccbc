import ClientMappings
import MapsyncCommands

await Mapsync.run(Program.self)

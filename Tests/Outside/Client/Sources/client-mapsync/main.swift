import ClientMappings
import MapsyncCommands

Mapsync.run(Program.self)

/// The names that the demo's records are made of.
enum DemoWords {
  static let companies = [
    "Adatum", "Alpine Ski House", "Bellows College", "Blue Yonder", "City Power", "Coho Winery",
    "Contoso", "Fabrikam", "Fourth Coffee", "Graphic Design Institute", "Humongous Insurance",
    "Litware", "Lucerne Publishing", "Margie's Travel", "Northwind Traders", "Proseware",
    "Relecloud", "School of Fine Art", "Tailwind Traders", "Trey Research", "Wide World Importers",
    "Wingtip Toys", "Woodgrove Bank",
  ]
  static let firstNames = [
    "Ana", "Ben", "Chloe", "David", "Elena", "Frank", "Grace", "Hugo", "Ida", "Jonas", "Karin",
    "Liam", "Mia", "Noah", "Olga", "Paul", "Rosa", "Sven", "Tara", "Yusuf",
  ]
  static let lastNames = [
    "Andersen", "Brown", "Costa", "Dubois", "Evans", "Fischer", "Garcia", "Hansen", "Ivanov",
    "Jensen", "Keller", "Lopez", "Meyer", "Nielsen", "Olsen", "Petrov", "Rossi", "Schmidt",
    "Turner", "Weber",
  ]
  static let cities = [
    ("Atlanta", "30301", "US"), ("Berlin", "10115", "DE"), ("Copenhagen", "1050", "DK"),
    ("London", "EC1A", "GB"), ("Madrid", "28001", "ES"), ("Oslo", "0150", "NO"),
    ("Paris", "75001", "FR"), ("Rome", "00118", "IT"),
  ]
  static let items = [
    "Athens Desk", "Paris Guest Chair", "Amsterdam Lamp", "Antwerp Conference Table",
    "Berlin Guest Chair", "Rome Guest Chair", "Tokyo Guest Chair", "London Swivel Chair",
    "Mexico Swivel Chair", "Seoul Guest Chair", "Atlanta Whiteboard", "Sydney Swivel Chair",
  ]
  static let salespeople = [
    ("Jim", "Olive", "JO"), ("Linda", "Martin", "LM"), ("Otis", "Falls", "OF"),
    ("Helena", "Ray", "HR"),
  ]
}

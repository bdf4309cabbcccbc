extension FindingCatalogue {
  static let systemFieldDiffers = FindingEntry(
    "system-field-differs", .system,
    summary: "A field that a mapping uses is of another type or length in its system.",
    why: "What is proved of a mapping is proved of the table files. A text that is longer than"
      + " the system's column is refused there, record by record.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
      #--- metadata.xml
      <Edmx Version="4.0"><DataServices><Schema Namespace="Microsoft.Dynamics.CRM">
        <EntityType Name="account">
          <Key><PropertyRef Name="accountid"/></Key>
          <Property Name="accountid" Type="Edm.Guid"/>
          <Property Name="name" Type="Edm.String"/>
        </EntityType>
        <EntityContainer Name="System">
          <EntitySet Name="accounts" EntityType="Microsoft.Dynamics.CRM.account"/>
        </EntityContainer>
      </Schema></DataServices></Edmx>
      #--- attributes.json
      { "LogicalName": "account", "Attributes": [
        { "LogicalName": "name", "AttributeType": "String", "MaxLength": 60 }
      ] }
      """,
    right: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(60) }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name, too-long: cut }
      #--- metadata.xml
      <Edmx Version="4.0"><DataServices><Schema Namespace="Microsoft.Dynamics.CRM">
        <EntityType Name="account">
          <Key><PropertyRef Name="accountid"/></Key>
          <Property Name="accountid" Type="Edm.Guid"/>
          <Property Name="name" Type="Edm.String"/>
        </EntityType>
        <EntityContainer Name="System">
          <EntitySet Name="accounts" EntityType="Microsoft.Dynamics.CRM.account"/>
        </EntityContainer>
      </Schema></DataServices></Edmx>
      #--- attributes.json
      { "LogicalName": "account", "Attributes": [
        { "LogicalName": "name", "AttributeType": "String", "MaxLength": 60 }
      ] }
      """)
}

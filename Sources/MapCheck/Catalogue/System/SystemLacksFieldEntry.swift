extension FindingCatalogue {
  static let systemLacksField = FindingEntry(
    "system-lacks-field", .system,
    summary: "A field that a mapping uses, and that its system does not have.",
    why: "A request that names such a column is refused as a whole, so that no record of the "
      + "mapping would get through.",
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
        - { name: fullname, type: text(100) }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: fullname }
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
      """)
}

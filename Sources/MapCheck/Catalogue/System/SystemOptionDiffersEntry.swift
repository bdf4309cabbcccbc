extension FindingCatalogue {
  static let systemOptionDiffers = FindingEntry(
    "system-option-differs", .system,
    summary: "An option that a mapping uses has other values in its system.",
    why: "The number is what travels: a value that has another one there is written as "
      + "something else, and one that is not there is refused.",
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
        - { name: accountcategorycode, type: option, values: { Preferred: 1, Standard: 2 } }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { constant: Standard, sales: accountcategorycode }
      #--- metadata.xml
      <Edmx Version="4.0"><DataServices><Schema Namespace="Microsoft.Dynamics.CRM">
        <EntityType Name="account">
          <Key><PropertyRef Name="accountid"/></Key>
          <Property Name="accountid" Type="Edm.Guid"/>
          <Property Name="name" Type="Edm.String"/>
          <Property Name="accountcategorycode" Type="Edm.Int32"/>
        </EntityType>
        <EntityContainer Name="System">
          <EntitySet Name="accounts" EntityType="Microsoft.Dynamics.CRM.account"/>
        </EntityContainer>
      </Schema></DataServices></Edmx>
      #--- attributes.json
      { "LogicalName": "account", "Attributes": [
        { "LogicalName": "accountcategorycode", "AttributeType": "Picklist", "OptionSet": { "Options": [
          { "Value": 1, "Label": { "UserLocalizedLabel": { "Label": "Preferred" } } },
          { "Value": 3, "Label": { "UserLocalizedLabel": { "Label": "Standard" } } } ] } }
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
        - { name: name, type: text(100) }
        - { name: accountcategorycode, type: option, values: { Preferred: 1, Standard: 3 } }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { constant: Standard, sales: accountcategorycode }
      #--- metadata.xml
      <Edmx Version="4.0"><DataServices><Schema Namespace="Microsoft.Dynamics.CRM">
        <EntityType Name="account">
          <Key><PropertyRef Name="accountid"/></Key>
          <Property Name="accountid" Type="Edm.Guid"/>
          <Property Name="name" Type="Edm.String"/>
          <Property Name="accountcategorycode" Type="Edm.Int32"/>
        </EntityType>
        <EntityContainer Name="System">
          <EntitySet Name="accounts" EntityType="Microsoft.Dynamics.CRM.account"/>
        </EntityContainer>
      </Schema></DataServices></Edmx>
      #--- attributes.json
      { "LogicalName": "account", "Attributes": [
        { "LogicalName": "accountcategorycode", "AttributeType": "Picklist", "OptionSet": { "Options": [
          { "Value": 1, "Label": { "UserLocalizedLabel": { "Label": "Preferred" } } },
          { "Value": 3, "Label": { "UserLocalizedLabel": { "Label": "Standard" } } } ] } }
      ] }
      """)
}

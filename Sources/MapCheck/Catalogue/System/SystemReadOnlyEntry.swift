extension FindingCatalogue {
  static let systemReadOnly = FindingEntry(
    "system-read-only", .system,
    summary: "A mapping writes a field that its system lets nobody write.",
    why: "The system refuses the record, or passes over the column without a word.",
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
          <Property Name="name" Type="Edm.String">
            <Annotation Term="Org.OData.Core.V1.Permissions">
              <EnumMember>Org.OData.Core.V1.PermissionType/Read</EnumMember>
            </Annotation>
          </Property>
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
      direction: to-bc
      fields:
        - { bc: Name, sales: name, too-long: cut }
      #--- metadata.xml
      <Edmx Version="4.0"><DataServices><Schema Namespace="Microsoft.Dynamics.CRM">
        <EntityType Name="account">
          <Key><PropertyRef Name="accountid"/></Key>
          <Property Name="accountid" Type="Edm.Guid"/>
          <Property Name="name" Type="Edm.String">
            <Annotation Term="Org.OData.Core.V1.Permissions">
              <EnumMember>Org.OData.Core.V1.PermissionType/Read</EnumMember>
            </Annotation>
          </Property>
        </EntityType>
        <EntityContainer Name="System">
          <EntitySet Name="accounts" EntityType="Microsoft.Dynamics.CRM.account"/>
        </EntityContainer>
      </Schema></DataServices></Edmx>
      """)
}

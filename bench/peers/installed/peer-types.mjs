/** The part of the graph that the questions are about, as @neo4j/graphql wants it. It finds nodes by their first label. */
export const typeDefs = `#graphql
type Organisation
  @node
  @fulltext(indexes: [{ indexName: "peer_organisation_names", fields: ["name"], queryName: "organisationsByName" }]) {
  id: ID!
  name: String!
  name_key: String!
  kind: String
  officialNumber: String
  inspections: [Inspection!]! @relationship(type: "INSPECTED", direction: IN)
  owns: [Organisation!]! @relationship(type: "OWNED_BY", direction: IN)
}
type Inspection @node {
  id: ID!
  name: String!
  name_key: String!
  date_latest: String
  kind: String
  date_earliest: String
  inspected: [Organisation!]! @relationship(type: "INSPECTED", direction: OUT)
  judgements: [Judgement!]! @relationship(type: "JUDGED", direction: OUT)
}
type Judgement @node {
  id: ID!
  name: String!
  name_key: String!
  label: String
  area: String
  grade_rank: Int
  grade_scale: String
  date_earliest: String
  date_latest: String
  inspection: [Inspection!]! @relationship(type: "JUDGED", direction: IN)
}
type Person @node {
  id: ID!
  name: String!
  said: [Quote!]! @relationship(type: "SAID", direction: OUT)
}
type Quote @node {
  id: ID!
  name_key: String!
  text: String
  quotedIn: [Document!]! @relationship(type: "QUOTED_IN", direction: OUT)
  about: [Inspection!]! @relationship(type: "ABOUT", direction: OUT)
}
type Document @node {
  id: ID!
  name_key: String!
  name: String!
}
`;

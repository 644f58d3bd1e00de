import { graphql } from '../api/graphql.ts';

const citedDocumentFragment = graphql(`
  fragment CitedDocument on Document @_unmask {
    id
    name
    kind
    publishedOn {
      edtf
      earliest
      latest
    }
    sourceUrl
    url
    publishers(first: 5) {
      nodes {
        name
      }
    }
  }
`);

/** As much of a node as a citation needs. */
export const citedNodeDocument = graphql(
  `
    query CitedNode($id: ID!) {
      node(id: $id) {
        __typename
        ... on Entity {
          id
          name
          url
          date {
            edtf
            earliest
            latest
          }
          evidence {
            locator
            document {
              ...CitedDocument
            }
          }
        }
        ... on Document {
          ...CitedDocument
        }
        ... on Judgement {
          inspection {
            name
          }
        }
        ... on Quote {
          text
          attributionAsPrinted
          saidOn {
            edtf
            earliest
            latest
          }
          speakers(first: 5) {
            nodes {
              ... on Entity {
                name
              }
            }
          }
          quotedIn(first: 5) {
            edges {
              locator
              node {
                ...CitedDocument
              }
            }
          }
        }
      }
    }
  `,
  [citedDocumentFragment],
);

/** As much of a relationship as a citation needs. */
export const citedRelationshipDocument = graphql(
  `
    query CitedRelationship($id: ID!) {
      relationship(id: $id) {
        type
        title
        start {
          name
          url
        }
        end {
          name
        }
        evidence {
          locator
          document {
            ...CitedDocument
          }
        }
      }
    }
  `,
  [citedDocumentFragment],
);

/** What a fact rests on, as the API takes it; null stands for what is not given. */
export interface EvidenceInput {
  /** Id of a document of the graph. */
  readonly document: string | null;
  readonly locator: string | null;
  readonly words: string | null;
  readonly basis: 'STATED' | 'INFERRED' | 'OUTSIDE';
  readonly explanation: string | null;
}

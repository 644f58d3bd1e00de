import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute or more, by how their paths end, the longest first. */
const longest = [
  'test/api/edits/edits.neo4j.test.ts',
  'test/contract/neo4j.test.ts',
  'test/api/edits/reversals.neo4j.test.ts',
  'test/faults/neo4j-restart.neo4j.test.ts',
  'test/e2e/curate/recent.test.ts',
  'test/e2e/accessible/dialogs.test.ts',
  'test/api/pages/pages.neo4j.test.ts',
  'test/e2e/curate/make.test.ts',
  'test/e2e/curate/edit.test.ts',
  'test/e2e/curate/curate.neo4j.test.ts',
  'test/e2e/accessible/panels.test.ts',
  'test/faults/neo4j-away-http.neo4j.test.ts',
  'test/api/edits/edits.test.ts',
];

/** Begins with the files that take longest, so that no worker is left with one of them when the others are done. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

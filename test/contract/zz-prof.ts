import fc from 'fast-check';
import { openNeo4jStore } from '/work/main/server/store/neo4j/neo4j-store.ts';
import { graphArbitrary } from '/work/main/test/contract/arbitraries/graph.ts';
import { planArbitrary } from '/work/main/test/contract/arbitraries/plan.ts';
import { wipeNeo4j } from '/work/main/test/contract/wipe-neo4j.ts';
import { startNeo4j } from '/work/main/test/support/neo4j/start-neo4j.ts';
import { makeChange } from '/work/main/test/support/small-world.ts';

const s = await startNeo4j();
const t = () => performance.now();
try {
  for (const [rec, plan] of fc.sample(fc.tuple(graphArbitrary, planArbitrary), { numRuns: 15, seed: 3 })) {
    const a = t();
    await wipeNeo4j(s);
    const b = t();
    const st = await openNeo4jStore(s);
    const c = t();
    await st.write(makeChange(rec));
    const d = t();
    let m = '';
    try {
      await st.read(plan);
    } catch (e) {
      m = String(e).slice(0, 300);
    }
    const e = t();
    try {
      await st.read(plan);
    } catch (e) {}
    const f = t();
    await st.close();
    const g = t();
    console.log(
      'wipe',
      (b - a) | 0,
      'open',
      (c - b) | 0,
      'write',
      (d - c) | 0,
      'read',
      (e - d) | 0,
      'again',
      (f - e) | 0,
      'close',
      (g - f) | 0,
      plan.kind,
      JSON.stringify(plan).length,
      m,
    );
  }
} finally {
  await s.stop();
}

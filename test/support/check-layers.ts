import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

/**
 * Checks who imports whom against the rules in `.dependency-cruiser.cjs`. A run that saw no module, or hardly
 * any, fails: it would be green whatever the code does.
 */
const rooms = ['schema', 'server', 'client'];
const fewestModules = 40;

const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs');
const { output } = await cruise(rooms, { ...options, validate: true }, undefined, {
  tsConfig: extractTSConfig('./tsconfig.json'),
});
const { modules, summary } = output as ICruiseResult;
const seen = modules.filter(({ source }) => !source.includes('node_modules')).length;
for (const { rule, from, to, cycle } of summary.violations)
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`);
if (seen < fewestModules) console.error(`Only ${seen} modules were seen: the check would miss everything.`);
console.log(`${seen} modules, ${summary.violations.length} breaches of the layers.`);
process.exitCode = summary.violations.length > 0 || seen < fewestModules ? 1 : 0;

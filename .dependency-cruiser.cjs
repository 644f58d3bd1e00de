/** Who may import whom: the table of CONTRIBUTING.md as rules. Checked by `npm run check:layers`. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(schema|server|client|seeds|test|bench)/', pathNot: to },
});

const port =
  '^server/store/(graph-store|change-parts|staging|read-plan|node-query|token-store|settle-change|store-upkeep|journal/[a-z-]+)\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      from: { path: '^(schema|server|client|seeds)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(test|bench)/' },
    },
    only('schema-alone', '^schema/', '^schema/', 'The domain imports nothing of ours.'),
    only(
      'pure-server',
      '^server/(graph|edits)/',
      ['^schema/', '^server/(graph|edits)/', port],
      'Pure rooms know the domain and the port’s types.',
    ),
    only('store', '^server/store/', ['^schema/', '^server/store/'], 'The store knows the domain.'),
    {
      name: 'adapters-apart',
      severity: 'error',
      from: { path: '^server/store/(sqlite|neo4j)/' },
      to: { path: '^server/store/(sqlite|neo4j)/', pathNot: '^server/store/$1/' },
    },
    {
      name: 'one-opener',
      comment: 'Only open-graph-store.ts knows both adapters.',
      severity: 'error',
      from: {
        path: '^(server|client|seeds)/',
        pathNot: ['^server/store/(sqlite|neo4j)/', '^server/store/open-graph-store\\.ts$', '\\.test\\.tsx?$'],
      },
      to: { path: '^server/store/(sqlite|neo4j)/' },
    },
    {
      name: 'drivers-in-adapters',
      severity: 'error',
      from: { path: '^(schema|server|client|seeds)/', pathNot: '^server/store/(sqlite|neo4j)/' },
      to: { path: 'node_modules/(neo4j-driver|@photostructure/sqlite)' },
    },
    only('ingest', '^server/ingest/', ['^schema/', '^server/(graph|ingest)/', port]),
    only('inner-rooms', '^server/(access|live|jobs|pages)/', [
      '^schema/',
      '^server/(graph|edits|access|live|jobs|pages)/',
      port,
    ]),
    only('wire', '^server/graphql/', ['^schema/', '^server/(graph|edits|access|live|jobs|graphql)/', port]),
    only('cli', '^server/cli/', ['^schema/', '^server/(?!graphql)']),
    only('exploration', '^client/exploration/', ['^schema/', '^client/exploration/']),
    only(
      'client-ui',
      '^client/ui/',
      ['^client/ui/', '^schema/rank-tone\\.ts$'],
      'The interface parts know no domain word; ranks and their tones are none.',
    ),
    {
      name: 'react-stays-out-of-exploration',
      severity: 'error',
      from: { path: '^client/exploration/', pathNot: ['use-[^/]*\\.tsx?$', '\\.test\\.tsx?$'] },
      to: { path: 'node_modules/react' },
    },
    {
      name: 'features-apart',
      comment: 'Features meet in App.tsx, not in each other.',
      severity: 'error',
      from: {
        path: '^client/(live|canvas|explorer|outline|table|search|inspector|legend|timeline|paths|console|curate|pages|playground|export|cite|about|history|views)/',
      },
      to: { path: '^client/', pathNot: ['^client/$1/', '^client/(ui|api|exploration)/'] },
    },
    {
      name: 'embed-draws',
      comment:
        'The page of embedded views is a small app of its own: it has the canvas, and no other feature.',
      severity: 'error',
      from: { path: '^client/embed/' },
      to: { path: '^client/', pathNot: '^client/(embed|canvas|ui|api|exploration)/' },
    },
    { name: 'client-not-server', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    {
      name: 'cytoscape-in-canvas',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/canvas/' },
      to: { path: 'node_modules/cytoscape' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
};

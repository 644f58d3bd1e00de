/** How many nodes of each sort a generated world has. */
export interface WorldSize {
  readonly frameworks: number;
  readonly regions: number;
  readonly authorities: number;
  readonly snapshots: number;
  readonly owners: number;
  readonly people: number;
  readonly providers: number;
  readonly inspections: number;
  readonly reports: number;
  readonly quotes: number;
  readonly findings: number;
  readonly judgements: number;
}

/**
 * The proportions of the real statistics (`docs/import.md`: some 7,300 providers, 28,200 inspections, judgements by the
 * area), with people, quotes and reports beside them as the seed has them. The sum is `nodes`, with the one inspectorate.
 */
export function worldSize(nodes: number): WorldSize {
  const part = (share: number) => Math.max(1, Math.round(nodes * share));
  const between = (least: number, wanted: number, most: number) =>
    Math.round(Math.min(Math.max(wanted, least), most));
  const size = {
    frameworks: 10,
    regions: 9,
    authorities: between(10, nodes / 2_000, 150),
    snapshots: between(4, nodes / 20_000, 50),
    owners: part(0.02),
    people: part(0.08),
    providers: part(0.14),
    inspections: part(0.25),
    reports: part(0.05),
    quotes: part(0.05),
    findings: part(0.01),
  };
  // An authority is a place and a body.
  const others = Object.values(size).reduce((sum, count) => sum + count, 1 + size.authorities);
  return { ...size, judgements: Math.max(1, nodes - others) };
}

import { createRequire } from 'node:module';
import type cytoscape from 'cytoscape';
import type { CollectionReturnValue, Core, ElementDefinition, StylesheetJson } from 'cytoscape';
import type { Browser, Page } from 'playwright-core';
import { generateGraph } from './generate-graph.ts';
import { panByHand } from './pan-by-hand.ts';
import { type MeasuredAction, measure, settle, startVisit } from './visit.ts';

/** Where each node of a view stands, by its id. */
export type Places = Readonly<Record<string, { readonly x: number; readonly y: number }>>;

declare global {
  interface Window {
    cytoscape?: typeof cytoscape;
    __bare?: Core | undefined;
    __added?: CollectionReturnValue | undefined;
  }
}

/** Where nothing stands when the view is fitted, in pixels of the page. */
const CORNER = { x: 4, y: 890 };

/** In milliseconds. */
const REST = 3_000;

const library = createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.umd.js');

const html = '<!doctype html><div id="bare" style="position: absolute; inset: 0"></div>';

/** As plain as a drawing of it can be: shapes and names in one colour, and straight lines, its quickest. */
const style: StylesheetJson = [
  { selector: 'node', style: { width: 24, height: 24, label: 'data(name)', 'font-size': 11 } },
  { selector: 'edge', style: { width: 1.2, 'curve-style': 'haystack' } },
];

/**
 * Draws the same view by Cytoscape alone, on a page that has nothing else: the same nodes and relationships in the same
 * places, with their names. What `places` has beyond the first `shown` nodes is what comes in. What it costs is the
 * baseline for what the explorer costs on this machine. `address` is of any server, `size` that of the generated graph.
 */
export async function measureBare(
  browser: Browser,
  address: string,
  { size, shown, places }: { readonly size: number; readonly shown: number; readonly places: Places },
  tell: (line: string) => void,
): Promise<readonly MeasuredAction[]> {
  const visit = await startVisit(browser, address, process.pid, tell);
  const { page, actions } = visit;
  try {
    // A page of our own in the place of one of the server's, whose policy would not let it be.
    await page.route(`${address}bare`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(`${address}bare`);
    await page.addScriptTag({ path: library });
    const { first, newcomers } = elementsOf(size, shown, places);
    await measure(visit, 'draw the view', () => draw(page, first));
    await rest(page);
    await panByHand(visit, CORNER);
    await rest(page);
    const expand = () =>
      untilRendered(
        page,
        (elements) => {
          window.__added = window.__bare?.add(elements);
        },
        newcomers,
      );
    await measure(visit, 'expand', expand);
    await rest(page);
    await measure(visit, 'undo it', () => untilRendered(page, () => window.__added?.remove(), []));
    await rest(page);
    await measure(visit, 'expand once more', expand);
    return actions;
  } finally {
    await visit.context.close();
  }
}

/** It goes on after it has drawn, with pictures of shapes and names that it keeps: that is none of the next thing's. */
async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(REST);
}

/** Does something to the drawing, and waits until it is drawn. */
async function untilRendered(
  page: Page,
  change: (elements: ElementDefinition[]) => void,
  elements: ElementDefinition[],
): Promise<void> {
  const rendered = page.evaluate(
    () => new Promise<void>((done) => window.__bare?.one('render', () => done())),
  );
  await page.evaluate(change, elements);
  await rendered;
  await settle(page);
}

async function draw(page: Page, elements: ElementDefinition[]): Promise<void> {
  await page.evaluate(
    ({ all, look }) => {
      window.__bare = window.cytoscape?.({
        container: document.getElementById('bare'),
        elements: all,
        style: look,
        layout: { name: 'preset', fit: true },
      });
    },
    { all: elements, look: style },
  );
  await settle(page);
}

interface Generated {
  readonly nodes: readonly { readonly id: string; readonly name?: string; readonly text?: string }[];
  readonly relationships: readonly { readonly start: string; readonly end: string }[];
}

function elementsOf(size: number, shown: number, places: Places) {
  const { text } = generateGraph(size);
  const { nodes, relationships }: Generated = JSON.parse(text);
  const first = new Set(nodes.slice(0, shown).map(({ id }) => id));
  const there = nodes.filter(({ id }) => places[id] !== undefined);
  const node = ({ id, name, text: says }: Generated['nodes'][number]): ElementDefinition => ({
    data: { id, name: (name ?? says ?? id).slice(0, 40) },
    ...(places[id] && { position: places[id] }),
  });
  const line = ({ start, end }: Generated['relationships'][number]): ElementDefinition => ({
    data: { source: start, target: end },
  });
  const isDrawn = ({ start, end }: Generated['relationships'][number]) =>
    Boolean(places[start] && places[end]);
  const isFirst = ({ start, end }: Generated['relationships'][number]) => first.has(start) && first.has(end);
  const drawn = relationships.filter(isDrawn);
  return {
    first: [...there.filter(({ id }) => first.has(id)).map(node), ...drawn.filter(isFirst).map(line)],
    newcomers: [
      ...there.filter(({ id }) => !first.has(id)).map(node),
      ...drawn.filter((each) => !isFirst(each)).map(line),
    ],
  };
}

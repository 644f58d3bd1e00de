import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommand } from '../../exploration/run-command.ts';
import { shownNode, shownRelationship } from '../../exploration/small-world.ts';
import { describeFigures } from '../drawing/describe-figure.ts';
import { placedSmallWorld } from '../drawing/placed-small-world.ts';
import { type LayoutTask, makeLayoutTask } from './layout-task.ts';
import type { LayoutAnswer, LayoutRequest } from './layout-worker.ts';
import { placeNodes } from './place-nodes.ts';
import { startLayout } from './start-layout.ts';

/** Stands for the worker, and answers when it is told to. */
class QuietWorker {
  static all: QuietWorker[] = [];
  onmessage: ((message: { readonly data: LayoutAnswer }) => void) | null = null;
  readonly asked: LayoutRequest[] = [];
  isEnded = false;

  constructor() {
    QuietWorker.all.push(this);
  }

  postMessage(request: LayoutRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(): void {
    const request = this.asked.at(-1);
    if (request && !this.isEnded)
      this.onmessage?.({ data: { kind: 'placed', placement: placeNodes(request.task) } });
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', QuietWorker);
  QuietWorker.all = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function taskOfOneMore(name: string): LayoutTask {
  const { state } = runCommand(placedSmallWorld(), {
    kind: 'show',
    nodes: [shownNode(`person/${name}`, 'Person', { name })],
    relationships: [shownRelationship('SAID', `person/${name}`, 'quote/grit')],
  });
  const task = makeLayoutTask(state, describeFigures(state), { width: 880, height: 800 });
  if (!task) throw new Error('nothing is to be placed');
  return task;
}

const asked = () => QuietWorker.all.flatMap((worker) => worker.asked).length;
const answer = () => QuietWorker.all.at(-1)?.answer();

test('who wants the places before anything is drawn gets them', async () => {
  const layout = startLayout();
  const task = taskOfOneMore('new');
  const soon = layout.placeSoon(task);
  answer();
  expect(await soon).toEqual(placeNodes(task));
  layout.stop();
});

test('what takes long is given up, and who draws it goes on with it', async () => {
  const layout = startLayout();
  const soon = layout.placeSoon(taskOfOneMore('new'));
  await vi.runAllTimersAsync();
  expect(await soon).toBeNull();
  const onShare = vi.fn();
  const onPlaced = vi.fn();
  layout.run(taskOfOneMore('new'), { onShare, onPlaced });
  expect(asked()).toBe(1);
  expect(onShare).toHaveBeenCalledWith(0);
  answer();
  expect(onPlaced).toHaveBeenCalledOnce();
  layout.stop();
});

test('another task, a cancel and the end of the canvas let nobody wait for ever', async () => {
  const layout = startLayout();
  const first = layout.placeSoon(taskOfOneMore('new'));
  const second = layout.placeSoon(taskOfOneMore('other'));
  expect(await first).toBeNull();
  expect(layout.cancel()).toBe(true);
  expect(await second).toBeNull();
  const third = layout.placeSoon(taskOfOneMore('third'));
  layout.run(taskOfOneMore('fourth'), { onShare: vi.fn(), onPlaced: vi.fn() });
  expect(await third).toBeNull();
  layout.cancel();
  const last = layout.placeSoon(taskOfOneMore('last'));
  layout.stop();
  expect(await last).toBeNull();
});

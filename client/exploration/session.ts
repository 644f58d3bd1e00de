import { type Command, isRecorded, labelCommand } from './commands.ts';
import { type Exploration, emptyExploration } from './exploration.ts';
import { applyPatch, isEmptyPatch, onlySelects, type Patch } from './patch.ts';
import { patchOf } from './run-command.ts';

/** One step that can be taken back or made again. */
export interface Step {
  readonly label: string;
  readonly patch: Patch;
  /** Of a way back in the browser: what could be made again before it, and can be once more when it is taken back. */
  readonly aside?: readonly Step[];
}

/** An exploration with its history, the latest step last. */
export interface Session {
  readonly exploration: Exploration;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** How many steps came before those that are kept. */
  readonly forgotten: number;
  /** The nodes of a move by key that came last, which the next press carries on with; else null. */
  readonly moving: string | null;
}

/** Steps that are kept: enough for an afternoon's work, and bounded. */
const STEPS_KEPT = 200;

export const emptySession: Session = startSession(emptyExploration);

/** A session that begins with this exploration: what was there from the start cannot be undone. */
export function startSession(exploration: Exploration): Session {
  return { exploration, past: [], future: [], forgotten: 0, moving: null };
}

interface Foreseen {
  readonly before: Exploration;
  readonly patch: Patch;
  readonly after: ReturnType<typeof applyPatch>;
}

const foreseen = new WeakMap<Command, Foreseen>();

/** What the command would make of this state. Run on the same state it makes the very same of it. */
export function foresee(before: Exploration, command: Command): Exploration {
  const known = workOut(before, command);
  foreseen.set(command, known);
  return known.after.state;
}

function workOut(before: Exploration, command: Command): Foreseen {
  const known = foreseen.get(command);
  if (known?.before === before) return known;
  const patch = patchOf(before, command);
  return { before, patch, after: applyPatch(before, patch) };
}

/** Runs a command. A command that changes nothing leaves the session as it is; a recorded one clears redo. */
export function runInSession(session: Session, command: Command): Session {
  const before = session.exploration;
  const { patch, after } = workOut(before, command);
  if (isEmptyPatch(patch)) return session;
  const { state, inverse } = after;
  if (!isRecorded(command) || onlySelects(patch)) return { ...session, exploration: state, moving: null };
  const moving =
    command.kind === 'move' && command.byKey ? command.positions.map(([id]) => id).join(' ') : null;
  // The step before puts the same nodes back where they stood before all of it.
  if (moving !== null && moving === session.moving)
    return { ...session, exploration: state, future: [], moving };
  const aside = command.kind === 'open' && command.isReturn ? session.future : [];
  const step = { label: labelCommand(before, command), patch: inverse, ...(aside.length > 0 && { aside }) };
  const past = [...session.past, step];
  const forgotten = session.forgotten + Math.max(0, past.length - STEPS_KEPT);
  return { exploration: state, past: past.slice(-STEPS_KEPT), future: [], forgotten, moving };
}

/** Takes the latest step back; without one the session stays as it is. */
export function undoStep(session: Session): Session {
  const step = session.past.at(-1);
  if (!step) return session;
  const { state, inverse } = applyPatch(session.exploration, step.patch);
  const undone = { label: step.label, patch: inverse };
  return {
    ...session,
    exploration: state,
    past: session.past.slice(0, -1),
    // The browser itself has the way forward to what it came back from.
    future: step.aside ?? [...session.future, undone],
    moving: null,
  };
}

/** Makes the step again that was taken back last. */
export function redoStep(session: Session): Session {
  const step = session.future.at(-1);
  if (!step) return session;
  const { state, inverse } = applyPatch(session.exploration, step.patch);
  const done = { label: step.label, patch: inverse };
  return {
    ...session,
    exploration: state,
    past: [...session.past, done],
    future: session.future.slice(0, -1),
    moving: null,
  };
}

/**
 * Goes to where the session stood after so many of its kept steps (0 is before the first of them), by taking back
 * or making again as many as lie between; a number beyond the steps goes as far as there are any.
 */
export function goToStep(session: Session, steps: number): Session {
  let there = session;
  while (there.past.length > steps && there.past.length > 0) there = undoStep(there);
  while (there.past.length < steps && there.future.length > 0) there = redoStep(there);
  return there;
}

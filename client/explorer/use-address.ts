import { useCallback, useEffect, useRef, useState } from 'react';
import type { NodeId } from '../../schema/ids.ts';
import type { Camera } from '../exploration/camera.ts';
import type { Exploration } from '../exploration/exploration.ts';
import type { Step } from '../exploration/session.ts';
import type { ReadLink, WrittenLink } from '../exploration/share/view-link.ts';
import { loadAddress } from './load-address.ts';

interface AddressOptions {
  readonly exploration: Exploration;
  /** What was done since the page opened; another list means that something was. */
  readonly past: readonly Step[];
  /** The node that the inspector shows, even if the graph has it not. */
  readonly selected: NodeId | null;
  /** Whether the view is as the page opens on its own, but for the selection. */
  readonly isAsStarted: boolean;
  /** How many whole views were opened by the user, from each of which Back leads to the one before. */
  readonly openings: number;
  /** Whether the view stands; before that the address says what to open, and is left alone. */
  readonly isReady: boolean;
  readonly camera: () => Camera | null;
  /** The user went back or forward, or opened another link; settled when the view stands. */
  readonly onArrive: (link: ReadLink) => Promise<void>;
}

type Codec = Awaited<ReturnType<typeof loadAddress>>;

/** Milliseconds until what was done is in the address; browsers allow some six writes a second. */
const SOON = 150;
/** The same for the camera, which moves with each frame. */
const AFTER_MOVEMENT = 400;

/**
 * Keeps the address in step with the view. Each node that is selected and each view that is opened has an entry of
 * its own in the browser's history; all else is written into the entry that is there. An address that could not be
 * read is left as it is until the user does something, and then stays behind as an entry.
 */
export function useAddress(given: AddressOptions) {
  const entry = useRef<Entry | null>(null);
  const isForeign = useRef(false);
  const [codec, setCodec] = useState<Codec | null>(null);
  const options = { ...given, codec };
  const latest = useRef(options);
  const arrivals = useRef(0);
  // State, so that it changes in the very drawing in which the view that arrived stands.
  const [arrived, setArrived] = useState(0);
  const timer = useRef<number | undefined>(undefined);

  /** A view that was just opened is not placed yet; its entry is made once it is. */
  const isEntryDue = useRef(false);

  const write = useCallback((from: AddressOptions & { readonly codec: Codec | null }) => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    const { camera, codec: loaded } = from;
    const seen = camera();
    if (!seen || !loaded) return;
    loaded.writeAddress(isEntryDue.current ? 'push' : 'replace', loaded.sayAddress({ ...from, seen }));
    isEntryDue.current = false;
  }, []);

  const schedule = useCallback(
    (delay: number) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        const isSettled = entry.current?.arrival === arrivals.current;
        if (isSettled && !isForeign.current) write(latest.current);
      }, delay);
    },
    [write],
  );

  useEffect(() => {
    const before = latest.current;
    latest.current = options;
    const { isReady, selected, openings, past } = options;
    if (!isReady || !codec || arrived !== arrivals.current) return;
    const now = { arrival: arrived, selected, openings, past };
    const at = entry.current;
    if (at?.arrival !== arrived) {
      entry.current = now;
      schedule(SOON);
    } else if (isLeft(at, now, isForeign.current)) {
      if (timer.current !== undefined && !isForeign.current) write(before);
      isForeign.current = false;
      entry.current = now;
      isEntryDue.current = true;
      write(options);
      schedule(AFTER_MOVEMENT);
    } else if (before.exploration !== options.exploration) schedule(SOON);
  });

  useEffect(() => {
    const follow = async () => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
      isEntryDue.current = false;
      arrivals.current += 1;
      const arrival = arrivals.current;
      const { link } = (await loadAddress()).readAddress();
      isForeign.current = link.kind === 'problem';
      await latest.current.onArrive(link);
      setArrived((last) => Math.max(last, arrival));
    };
    const leave = () => {
      if (timer.current !== undefined && !isForeign.current) write(latest.current);
    };
    void loadAddress().then((loaded) => {
      isForeign.current = loaded.readAddress().link.kind === 'problem';
      setCodec(loaded);
    });
    window.addEventListener('popstate', follow);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('popstate', follow);
      window.removeEventListener('pagehide', leave);
      window.clearTimeout(timer.current);
    };
  }, [write]);

  return {
    /** To be called when the camera has moved. */
    touch: useCallback(() => schedule(AFTER_MOVEMENT), [schedule]),
    /** The link to what is seen now. */
    link: useCallback(async (): Promise<WrittenLink> => {
      const { sayLink } = await loadAddress();
      return sayLink({ ...latest.current, seen: latest.current.camera() });
    }, []),
  };
}

/** What the entry in the browser's history stands for, and with which arrival there it came to. */
interface Entry extends Pick<AddressOptions, 'selected' | 'openings' | 'past'> {
  readonly arrival: number;
}

/** Whether the user went on, so that an entry of its own is due. One that could not be read is left by any step. */
function isLeft(at: Entry, now: Entry, isForeign: boolean): boolean {
  return at.selected !== now.selected || at.openings !== now.openings || (isForeign && at.past !== now.past);
}

import { decodeView } from '../exploration/share/decode-view.ts';
import { encodeView } from '../exploration/share/encode-view.ts';
import { rebuildExploration } from '../exploration/share/rebuild-exploration.ts';
import { shareView } from '../exploration/share/shared-view.ts';
import { LONGEST_FILE, readViewFile, VIEW_FILE, writeViewFile } from '../exploration/share/view-file.ts';
import { sayViewProblem } from '../exploration/share/view-problems.ts';
import { differsInSelection, readAddress, sayAddress, sayLink, writeAddress } from './address.ts';
import { copyLink } from './copy-link.ts';
import { sayMissing } from './say-missing.ts';

/** All that reads and writes views as text, in one piece that is loaded when the page stands (load-address.ts). */
export const viewCodec = {
  decodeView,
  encodeView,
  rebuildExploration,
  sayViewProblem,
  shareView,
  LONGEST_FILE,
  VIEW_FILE,
  readViewFile,
  writeViewFile,
  differsInSelection,
  readAddress,
  sayAddress,
  sayLink,
  writeAddress,
  copyLink,
  sayMissing,
};

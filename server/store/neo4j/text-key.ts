import { foldText } from '../../../schema/fold-text.ts';

/*
 * Neo4j sorts the strings that it keeps by code point, but holds them against parameters by UTF-16 unit (seen on
 * 5.26). The two differ only where U+E000 to U+FFFF meets characters beyond. So keys spell that range as U+D7FF,
 * which is no character and lies below the surrogates, and a Hangul syllable, which folding has taken apart
 * everywhere else: then both orders agree, and one key still lies inside another as its text does.
 */
const LIFTED = /[\uE000-\uFFFF]/g;
const SPELT = /\uD7FF([\uAC00-\uCBFF])/g;
const SHIFT = 0xe000 - 0xac00;

/** The key by which Neo4j compares and sorts a text: folded, in a spelling that sorts by code point. */
export function textKey(text: string): string {
  return spellKey(foldText(text));
}

/** The spelling of text that is folded already, as in a position. */
export function spellKey(folded: string): string {
  return folded.replace(LIFTED, (unit) => `\uD7FF${String.fromCharCode(unit.charCodeAt(0) - SHIFT)}`);
}

/** The folded text of a key. */
export function unspellKey(key: string): string {
  // Hardly any key has one, and every row has keys.
  if (!key.includes('\uD7FF')) return key;
  return key.replace(SPELT, (_pair, unit: string) => String.fromCharCode(unit.charCodeAt(0) + SHIFT));
}

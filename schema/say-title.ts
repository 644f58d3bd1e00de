/** Words of which titles of posts are made; what else has a capital in a title is a name and keeps it. */
const commonWords = new Set(
  `Acting Adviser Assistant Board Chair Chairman Chairwoman Chief Commissioner Deputy Director Executive General Head
   Inspector Interim Lead Leader Manager Member National Non-executive Officer Operating Permanent President Principal
   Regional Secretary Senior Vice`.split(/\s+/),
);

/** The title of a post as it stands in a sentence: “chief executive”, “Ofsted national director”, “HMI”. */
export function sayTitle(title: string): string {
  return title.replace(/[A-Z][A-Za-z-]*/g, (word) => (commonWords.has(word) ? word.toLowerCase() : word));
}

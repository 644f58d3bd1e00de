/** `oversight-cafcass-under-inspection-2008-2024-2026-11-26.svg`: what it is and when it was made. */
export function nameFile(title: string, madeOn: string, extension: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '');
  return `oversight-${words || 'view'}-${madeOn}.${extension}`;
}
